package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a context keeps, and what it has from its parent. */
@Timeout(60)
final class ContextTest {

  /**
   * A server that has one context, and derives one for each request, must not keep all of these.
   */
  @Test
  void aParentForgetsAChildThatWasCancelled() throws InterruptedException {
    CancelContext parent = Context.withCancel(Context.background());
    WeakReference<Object> child = cancelledChildOf(parent);
    while (child.get() != null) {
      System.gc();
      Thread.sleep(1);
    }
    parent.cancel();
  }

  @Test
  void aContextWithAValueHasAllElseFromItsParent() {
    CancelContext parent = Context.withTimeout(Context.background(), Duration.ofHours(1));
    Context context = Context.withValue(parent, "key", "value");

    assertThat(context.deadline()).isNotNull().isEqualTo(parent.deadline());
    assertThat(context.done()).isSameAs(parent.done());
    parent.cancel();
    assertThat(context.err()).isInstanceOf(ContextException.Canceled.class);
  }

  private static WeakReference<Object> cancelledChildOf(Context parent) {
    CancelContext child = Context.withCancel(parent);
    child.cancel();
    return new WeakReference<>(child.done());
  }
}
