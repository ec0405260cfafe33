package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.archive.TestInstances;
import org.radcanon.dicom.JsonDataSet;

class StowAnswerTest {

  @Test
  void queries_for_what_an_answer_leaves_out_end_after_a_while_together() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    AtomicInteger asked = new AtomicInteger();
    StowAnswer slow =
        new StowAnswer(
            (key, within) -> {
              assertThat(within).isEqualTo(Duration.ofSeconds(3 - asked.getAndIncrement()));
              now.addAndGet(Duration.ofSeconds(1).toNanos());
              return true;
            },
            Duration.ofSeconds(3),
            now::get,
            answer -> new AnswerException(answer.statusCode(), Optional.empty()));

    List<Outcome> outcomes = slow.outcomes(emptyOk(), instances(10));

    assertThat(asked).hasValue(3);
    assertThat(outcomes.subList(0, 3)).allMatch(Kept.class::isInstance);
    assertThat(outcomes.subList(3, 10)).allMatch(Unavailable.class::isInstance);
  }

  @Test
  void a_report_on_many_instances_is_read_once() {
    StringBuilder stored = new StringBuilder();
    for (Instance instance : instances(100)) {
      stored.append(stored.isEmpty() ? "" : ",");
      stored.append("{\"00081155\": {\"vr\": \"UI\", \"Value\": [\"");
      stored.append(instance.key().instance()).append("\"]}}");
    }
    JsonDataSet body =
        JsonDataSet.parse("{\"00081199\": {\"vr\": \"SQ\", \"Value\": [" + stored + "]}}");
    AtomicInteger reads = new AtomicInteger();

    StowReport report = StowReport.of(counted(body, reads), false);

    assertThat(instances(100)).allMatch(one -> report.stored(one.key()).isPresent());
    assertThat(instances(100)).noneMatch(one -> report.failed(one.key()).isPresent());
    assertThat(reads).hasValue(2);
  }

  private static JsonDataSet counted(JsonDataSet body, AtomicInteger reads) {
    return (JsonDataSet)
        Proxy.newProxyInstance(
            StowAnswerTest.class.getClassLoader(),
            new Class<?>[] {JsonDataSet.class},
            (proxy, method, arguments) -> {
              reads.incrementAndGet();
              return method.invoke(body, arguments);
            });
  }

  @SuppressWarnings("unchecked")
  private static HttpResponse<byte[]> emptyOk() {
    return (HttpResponse<byte[]>)
        Proxy.newProxyInstance(
            StowAnswerTest.class.getClassLoader(),
            new Class<?>[] {HttpResponse.class},
            (proxy, method, arguments) ->
                method.getName().equals("statusCode") ? (Object) 200 : new byte[0]);
  }

  private static List<Instance> instances(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new InstanceKey("1.2", "1.2.3", "1.2.3." + i))
        .map(key -> new Instance(key, TestInstances.SOP_CLASS, TestInstances.TRANSFER_SYNTAX))
        .toList();
  }
}
