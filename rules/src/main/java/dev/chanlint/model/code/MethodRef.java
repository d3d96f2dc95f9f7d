package dev.chanlint.model.code;

import java.util.List;

/**
 * A method or constructor as a call names it.
 *
 * @param owner the binary name of the type that declares it, as far as resolved
 * @param name its name; {@code <init>} for a constructor
 * @param parameters the binary names of its erased parameter types
 * @param result the binary name of its erased result type
 * @param isStatic whether it is static
 */
public record MethodRef(
    String owner, String name, List<String> parameters, String result, boolean isStatic) {

  /** The name of constructors. */
  public static final String CONSTRUCTOR = "<init>";

  /** Keeps copies, which nothing changes. */
  public MethodRef {
    parameters = List.copyOf(parameters);
  }

  /**
   * Name and parameter types: what an overriding method shares with this one.
   *
   * @return for example {@code send(java.lang.Object)}
   */
  public String signature() {
    return name + "(" + String.join(",", parameters) + ")";
  }

  /** What tells most apart; that of a record goes through method handles, which takes long. */
  @Override
  public int hashCode() {
    return (owner.hashCode() * 31 + name.hashCode()) * 31 + parameters.size();
  }

  @Override
  public String toString() {
    return owner + "#" + signature();
  }
}
