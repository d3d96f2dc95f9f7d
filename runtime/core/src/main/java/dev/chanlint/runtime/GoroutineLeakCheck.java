package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Goroutines;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link NoGoroutineLeaks} does. */
final class GoroutineLeakCheck implements BeforeEachCallback, AfterEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(GoroutineLeakCheck.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(NAMESPACE).put(Goroutines.class, Goroutines.now());
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    Goroutines before = context.getStore(NAMESPACE).get(Goroutines.class, Goroutines.class);
    long deadline = System.nanoTime() + graceMillis(context) * 1_000_000;
    Goroutines left = Goroutines.now().without(before);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(1);
      left = Goroutines.now().without(before);
    }
    if (!left.isEmpty()) {
      String leaked = left.size() == 1 ? "1 leaked goroutine" : left.size() + " leaked goroutines";
      throw new AssertionError(leaked + ":\n\n" + left);
    }
  }

  private static long graceMillis(ExtensionContext context) {
    return Stream.iterate(
            Optional.of(context), Optional::isPresent, c -> c.flatMap(ExtensionContext::getParent))
        .flatMap(Optional::stream)
        .flatMap(
            c -> AnnotationSupport.findAnnotation(c.getElement(), NoGoroutineLeaks.class).stream())
        .findFirst()
        .map(NoGoroutineLeaks::graceMillis)
        .orElseThrow();
  }
}
