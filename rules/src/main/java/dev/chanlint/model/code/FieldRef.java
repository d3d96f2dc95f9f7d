package dev.chanlint.model.code;

/**
 * A field as an access names it.
 *
 * @param owner the binary name of the type that declares it
 * @param name its name
 * @param type the binary name of its erased type
 * @param isStatic whether it is static
 */
public record FieldRef(String owner, String name, String type, boolean isStatic) {

  /** What tells most apart; that of a record goes through method handles, which takes long. */
  @Override
  public int hashCode() {
    return owner.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return owner + "#" + name;
  }
}
