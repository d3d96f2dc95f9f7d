import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Another machine may run the test. */
class SkippedByACondition {
  static class Elsewhere implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return ConditionEvaluationResult.disabled("runs elsewhere");
    }
  }

  @Test
  @ExtendWith(Elsewhere.class)
  void sends() {
    Chan<Integer> numbers = Chan.make();
    // finding leak-send: UNDECIDED it is skipped: runs elsewhere
    Go.go(() -> numbers.send(1));
  }
}
