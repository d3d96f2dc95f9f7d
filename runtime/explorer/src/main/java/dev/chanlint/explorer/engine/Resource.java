package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.List;

/** Something that goroutines act on, as a witness names it: what it is and where it was made. */
public class Resource {

  private final String kind;
  private final int cell;
  private final List<Site> made;

  /**
   * Makes one, on the calling goroutine.
   *
   * @param kind what it is, such as {@code chan}
   */
  public Resource(Execution execution, String kind) {
    this.kind = kind;
    this.cell = execution.newCell();
    this.made = execution.here();
  }

  /** Its state, as the search sees it. */
  public final int cell() {
    return cell;
  }

  /** The kind, and where it was made if the execution is traced. */
  @Override
  public final String toString() {
    return made.isEmpty()
        ? kind
        : kind + " made at " + made.getFirst().file() + ":" + made.getFirst().line();
  }
}
