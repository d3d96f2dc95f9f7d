package dev.chanlint.explorer.junit;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.WorkerPool;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Has the methods that {@link ExploreTest} marks explored in a worker instead of called. */
final class ExploreExtension
    implements TestTemplateInvocationContextProvider, InvocationInterceptor {

  private static final Namespace NAMESPACE = Namespace.create(ExploreExtension.class);

  /** One replay is one execution; what takes longer hangs. */
  private static final Duration REPLAY_TIME = Duration.ofSeconds(30);

  /** Another template, such as {@code @ParameterizedTest}, says itself how often and with what. */
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return Arrays.stream(context.getRequiredTestMethod().getAnnotations())
        .map(Annotation::annotationType)
        .noneMatch(ExploreExtension::isOtherTemplate);
  }

  private static boolean isOtherTemplate(Class<? extends Annotation> type) {
    return type != ExploreTest.class
        && AnnotationSupport.isAnnotated(type, TestTemplate.class)
        && !AnnotationSupport.isAnnotated(type, ExploreTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    String name = context.getDisplayName();
    return Stream.of(
        new TestTemplateInvocationContext() {
          @Override
          public String getDisplayName(int invocation) {
            return name;
          }
        });
  }

  /** It is run in each execution. */
  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context) {
    invocation.skip();
  }

  /** It is run in each execution. */
  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context) {
    invocation.skip();
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws InterruptedException {
    invocation.skip();
    ExploreTest settings =
        AnnotationSupport.findAnnotation(method.getExecutable(), ExploreTest.class).orElseThrow();
    Worker.Target target = Targets.of(settings, method);
    Verdict verdict = new Verdict(method, target.entry(), settings.exhaustive());
    context.publishReportEntry("chanlint", verdict.on(explore(settings, target, context)));
  }

  private static Exploration explore(
      ExploreTest settings, Worker.Target target, ExtensionContext context)
      throws InterruptedException {
    WorkerPool workers = workers(context);
    if (!settings.replay().isEmpty()) {
      try {
        return workers.replay(target, new Schedule(settings.replay()), 1, REPLAY_TIME);
      } catch (ScheduleMismatchException e) {
        context.publishReportEntry("chanlint", e.getMessage() + "; exploring instead");
      }
    }
    return workers.explore(target, Targets.budget(settings));
  }

  /** One pool for all tests of a run. */
  private static WorkerPool workers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(WorkerPool.class, type -> new WorkerPool(), WorkerPool.class);
  }
}
