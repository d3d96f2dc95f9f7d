// fault: deadlock
package form_validator;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form that is validated under its lock; a field that is wrong throws through it. */
public final class Buggy {

  interface Check {
    void check(String value) throws Exception;
  }

  static final class Form {
    private final Mutex lock = new Mutex();
    private final Map<String, String> values = new HashMap<>();

    void put(String field, String value, Check check) throws Exception {
      lock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
      check.check(value);
      values.put(field, value);
      lock.unlock();
    }
  }

  private static void notEmpty(String value) throws Exception {
    if (value.isEmpty()) {
      throw new Exception("must not be empty");
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Form form = new Form();
          for (String value : List.of("", "ann")) {
            try {
              form.put("name", value, Buggy::notEmpty);
            } catch (Exception e) {
              System.out.println(e.getMessage());
            }
          }
        });
  }
}
