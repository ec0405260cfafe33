package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.ArchiveException;

class PipeTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Receiver receiver = new Receiver();

  @Test
  void what_is_written_comes_out_in_order() throws Exception {
    byte[] bytes = new byte[1_000_003];
    new Random(1).nextBytes(bytes);
    Pipe pipe = new Pipe(LONG);
    pipe.subscribe(receiver);
    receiver.subscription.request(Long.MAX_VALUE);

    pipe.write(bytes[0]);
    pipe.write(bytes, 1, 65_536);
    pipe.write(bytes, 65_537, bytes.length - 65_537);
    pipe.close();

    receiver.end.get(10, TimeUnit.SECONDS);
    assertThat(receiver.received.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void nothing_of_an_instance_waits_in_memory_but_a_few_blocks() throws Exception {
    Pipe pipe = new Pipe(LONG);
    int blocks = (64 << 20) / Pipe.BLOCK;
    int[] written = new int[1];
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              byte[] block = new byte[Pipe.BLOCK];
              try {
                for (int i = 0; i < blocks; i++) {
                  synchronized (written) {
                    written[0]++;
                  }
                  pipe.write(block, 0, block.length);
                }
                pipe.close();
              } catch (ArchiveException e) {
                throw new IllegalStateException(e);
              }
            });
    pipe.subscribe(receiver);

    for (int taken = 0; taken < blocks; taken++) {
      receiver.subscription.request(1);
      receiver.awaitBlocks(taken + 1);
      synchronized (written) {
        assertThat(written[0] - taken).isLessThanOrEqualTo(Pipe.BLOCKS + 2);
      }
    }

    writer.get(10, TimeUnit.SECONDS);
    receiver.end.get(10, TimeUnit.SECONDS);
    assertThat(receiver.bytes).isEqualTo(64 << 20);
  }

  @Test
  void a_writer_waits_for_a_receiver_only_so_long() {
    Pipe pipe = new Pipe(SHORT);
    pipe.subscribe(receiver);

    assertThatThrownBy(() -> pipe.write(new byte[Pipe.BLOCK * (Pipe.BLOCKS + 1)]))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("the archive took nothing for");
    assertThatThrownBy(() -> pipe.write(1)).isSameAs(pipe.failure().orElseThrow());
    assertThat(receiver.end).isCompletedExceptionally();
  }

  @Test
  void a_body_that_is_broken_off_does_not_end_as_a_whole_one() throws Exception {
    Pipe pipe = new Pipe(LONG);
    pipe.subscribe(receiver);
    pipe.write(1);

    pipe.breakOff(new ArchiveException("broken off"));

    assertThat(receiver.end).isCompletedExceptionally();
    assertThatThrownBy(pipe::close).hasMessage("broken off");
    assertThat(receiver.received.size()).isZero();
  }

  @Test
  void a_receiver_that_goes_away_wakes_the_writer() {
    Pipe pipe = new Pipe(LONG);
    pipe.subscribe(receiver);
    CompletableFuture.runAsync(receiver.subscription::cancel);

    assertThatThrownBy(
            () -> {
              while (true) {
                pipe.write(new byte[Pipe.BLOCK]);
              }
            })
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void a_writer_that_is_interrupted_tells_the_receiver_without_holding_anybody_up() {
    Pipe pipe = new Pipe(LONG);
    CompletableFuture<Boolean> free = new CompletableFuture<>();
    pipe.subscribe(
        new Receiver() {
          @Override
          public void onError(Throwable cause) {
            CompletableFuture<Boolean> other =
                CompletableFuture.supplyAsync(() -> pipe.failure().isPresent());
            free.complete(other.completeOnTimeout(false, 2, TimeUnit.SECONDS).join());
          }
        });

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> pipe.write(new byte[Pipe.BLOCK * (Pipe.BLOCKS + 1)]))
        .hasMessage("interrupted while the archive was awaited");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(free).isCompletedWithValue(true);
  }

  private static class Receiver implements Subscriber<ByteBuffer> {
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    final CompletableFuture<Void> end = new CompletableFuture<>();
    Subscription subscription;
    long bytes;
    private int blocks;

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
    }

    @Override
    public synchronized void onNext(ByteBuffer block) {
      bytes += block.remaining();
      if (bytes < 2 << 20) {
        received.write(block.array(), block.position(), block.remaining());
      }
      blocks++;
      notifyAll();
    }

    synchronized void awaitBlocks(int count) throws InterruptedException {
      long until = System.nanoTime() + LONG.toNanos();
      while (blocks < count && System.nanoTime() < until) {
        wait(1000);
      }
      assertThat(blocks).isGreaterThanOrEqualTo(count);
    }

    @Override
    public void onError(Throwable cause) {
      end.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }
}
