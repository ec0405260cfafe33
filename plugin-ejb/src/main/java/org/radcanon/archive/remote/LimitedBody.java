package org.radcanon.archive.remote;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A whole body in memory, up to a length. */
final class LimitedBody implements BodySubscriber<byte[]> {

  static final int LONGEST = 16 << 20;

  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private Subscription subscription;
  private long length;

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    body.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    length += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (length > LONGEST) {
      subscription.cancel();
      body.onError(new IOException("an answer of more than " + LONGEST + " bytes"));
    } else {
      body.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable cause) {
    body.onError(cause);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }
}
