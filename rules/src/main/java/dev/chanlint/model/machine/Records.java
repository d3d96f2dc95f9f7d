package dev.chanlint.model.machine;

/** What the language gives records. */
public final class Records {

  private static final String RECORD = "java.lang.Record";

  private Records() {}

  /**
   * Whether two values are sure to be equal where the program does not say itself what equals what.
   *
   * @param index the code
   * @param one a value
   * @param other another
   * @return true if they are the same, or records of one class with equal components
   */
  public static boolean areEqual(CodeIndex index, Value one, Value other) {
    return one.equals(other)
        || one instanceof Thing a
            && other instanceof Thing b
            && a.type().equals(b.type())
            && index.isSubtype(a.type(), RECORD)
            && haveEqualComponents(index, a, b);
  }

  private static boolean haveEqualComponents(CodeIndex index, Thing a, Thing b) {
    return index.fields(a.type()).stream()
        .filter(field -> !field.isStatic())
        .allMatch(
            field ->
                areEqual(
                    index,
                    Fields.stored(a.fields().get(field), field),
                    Fields.stored(b.fields().get(field), field)));
  }
}
