import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;

/** Nobody gives the parameter: that JUnit cannot run it says nothing of the code. */
class UnresolvedParameter {
  @Test
  void sends(int times) {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: UNDECIDED ParameterResolutionException
    Go.go(() -> numbers.send(times));
  }
}
