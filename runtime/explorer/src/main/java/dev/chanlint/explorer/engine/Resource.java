package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.List;

/** Something that goroutines act on, as a witness names it: what it is and where it was made. */
public class Resource {

  private final String kind;
  private final int cell;
  private final List<Site> made;
  private final int ordinal;

  /**
   * Makes one, on the calling goroutine.
   *
   * @param kind what it is, such as {@code chan}
   */
  public Resource(Execution execution, String kind) {
    this.kind = kind;
    this.cell = execution.newCell();
    this.made = execution.here();
    this.ordinal = made.isEmpty() ? 1 : execution.ordinalOf(kind, made.getFirst());
  }

  /** Its state, as the search sees it. */
  public final int cell() {
    return cell;
  }

  /**
   * The kind, and if the execution is traced where it was made; from the second one made there on,
   * which of them it is.
   */
  @Override
  public final String toString() {
    return made.isEmpty()
        ? kind
        : kind
            + " made at "
            + made.getFirst().file()
            + ":"
            + made.getFirst().line()
            + (ordinal > 1 ? " #" + ordinal : "");
  }
}
