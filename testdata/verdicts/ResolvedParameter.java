import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The parameter that an extension gives decides. */
class ResolvedParameter {
  static class Once implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == int.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return 1;
    }
  }

  static void pass(int times) {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: REFUTED every schedule of test ResolvedParameter.sends
    Go.go(() -> numbers.send(1));
    for (int i = 0; i < times; i++) {
      numbers.receive();
    }
  }

  @Test
  @ExtendWith(Once.class)
  void sends(int times) {
    pass(times);
  }
}
