package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CachedCheckTest {

  @Test
  void nobody_waits_for_what_another_asks() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    AtomicReference<Supplier<Optional<String>>> archive =
        new AtomicReference<>(() -> Optional.of("down"));
    CachedCheck check = new CachedCheck(() -> archive.get().get(), new MovingClock(now));
    assertThat(check.result()).contains("down");
    CompletableFuture<Void> begun = new CompletableFuture<>();
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    archive.set(
        () -> {
          begun.complete(null);
          return answer.join();
        });
    now.updateAndGet(instant -> instant.plusSeconds(6));
    CompletableFuture<Optional<String>> asker = CompletableFuture.supplyAsync(check::result);
    begun.get(10, TimeUnit.SECONDS);

    Optional<String> meanwhile =
        CompletableFuture.supplyAsync(check::result)
            .completeOnTimeout(Optional.of("waited"), 5, TimeUnit.SECONDS)
            .join();

    answer.complete(Optional.empty());
    assertThat(meanwhile).contains("down");
    assertThat(asker.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(check.result()).isEmpty();
  }
}
