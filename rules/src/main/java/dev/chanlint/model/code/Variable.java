package dev.chanlint.model.code;

/**
 * A local variable, parameter or temporary of one function.
 *
 * @param id its number, unique in its function
 * @param name its name in the source, or one that starts with {@code $} for a temporary
 * @param type the binary name of its erased type, {@code int[]} for arrays
 */
public record Variable(int id, String name, String type) {

  /** What tells most apart; that of a record goes through method handles, which takes long. */
  @Override
  public int hashCode() {
    return id * 31 + name.hashCode();
  }

  /**
   * Whether the source has no such name.
   *
   * @return true for a temporary
   */
  public boolean isTemporary() {
    return name.startsWith("$");
  }
}
