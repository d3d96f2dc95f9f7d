import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** The second invocation of a template shows it. */
class TemplateOfTests {
  static class Times implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return Stream.of(new Given(1), new Given(0));
    }
  }

  record Given(int times) implements TestTemplateInvocationContext, ParameterResolver {
    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return true;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return times;
    }
  }

  @TestTemplate
  @ExtendWith(Times.class)
  void sends(int times) {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: CONFIRMED TemplateOfTests#sends(int)
    Go.go(() -> numbers.send(1));
    if (times > 0) {
      numbers.receive();
    }
  }
}
