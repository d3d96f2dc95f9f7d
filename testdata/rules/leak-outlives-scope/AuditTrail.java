package rules.leakoutlivesscope;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** The last entries may never be written: closing the trail does not wait for its writer. */
public final class AuditTrail {

  private final Chan<String> entries = Chan.make(2);

  public static void main(String[] args) {
    Go.run(
        () -> {
          AuditTrail trail = new AuditTrail();
          trail.open();
          trail.entries.send("login");
          trail.entries.close();
        });
  }

  private void open() {
    Go.go(this::write); // want leak-outlives-scope
  }

  private void write() {
    for (String entry : entries) {
      System.out.println(entry);
    }
  }
}
