// fault: race
package cockroach_35501;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Checks the constraints of a table, one background check per constraint. */
public final class Buggy {

  static final class Constraint {
    private final String name;
    private final boolean validated;

    Constraint(String name, boolean validated) {
      this.name = name;
      this.validated = validated;
    }
  }

  /** Where a walk over a table's constraints stands. */
  static final class Cursor {
    private Constraint current;
  }

  static final class SchemaChanger {
    private final ConcurrentMap<String, Boolean> validated = new ConcurrentHashMap<>();

    void validateChecks(List<Constraint> checks) {
      WaitGroup validations = new WaitGroup();
      Cursor cursor = new Cursor();
      for (Constraint check : checks) {
        cursor.current = check; // want race-captured
        validations.go(
            () -> {
              Constraint target = cursor.current; // want race-captured
              validateCheckInTxn(target);
            });
      }
      validations.await();
    }

    private void validateCheckInTxn(Constraint check) {
      validated.put(check.name, check.validated);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Constraint> checks = new ArrayList<>();
          for (int i = 0; i < 2; i++) {
            checks.add(new Constraint("check_" + i, true));
          }
          new SchemaChanger().validateChecks(checks);
        });
  }
}
