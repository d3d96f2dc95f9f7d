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

  @Override
  public String toString() {
    return owner + "#" + name;
  }
}
