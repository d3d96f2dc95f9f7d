package dev.chanlint.explorer.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Renames classes in a class file. Names, descriptors and signatures all are UTF-8 entries of the
 * constant pool (JVMS 4.4.7), so it is enough to rewrite those; nothing else refers to a class.
 */
final class Renaming {

  private static final int UTF8 = 1;

  private final Pattern names;
  private final UnaryOperator<String> renamed;

  /**
   * Makes one.
   *
   * @param names matches the internal names that may be renamed, as they stand in descriptors
   * @param renamed the new name of each
   */
  Renaming(Pattern names, UnaryOperator<String> renamed) {
    this.names = names;
    this.renamed = renamed;
  }

  byte[] apply(byte[] classFile) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(classFile.length + 256);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        DataOutputStream out = new DataOutputStream(result)) {
      copy(in, out, 8); // magic and version
      int count = in.readUnsignedShort();
      out.writeShort(count);
      for (int i = 1; i < count; i += entry(in, out)) {}
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("not a class file", e);
    }
    return result.toByteArray();
  }

  /** Renames in a name or descriptor. */
  String apply(String text) {
    return names.matcher(text).replaceAll(m -> quote(renamed.apply(m.group())));
  }

  /** Copies an entry; returns how many indices it takes. */
  private int entry(DataInputStream in, DataOutputStream out) throws IOException {
    int tag = in.readUnsignedByte();
    out.writeByte(tag);
    if (tag == UTF8) {
      out.writeUTF(apply(in.readUTF()));
      return 1;
    }
    copy(
        in,
        out,
        switch (tag) {
          case 7, 8, 16, 19, 20 -> 2; // class, string, method type, module, package
          case 15 -> 3; // method handle
          case 5, 6 -> 8; // long, double
          default -> 4; // int, float, member references, name and type, dynamic
        });
    return tag == 5 || tag == 6 ? 2 : 1;
  }

  private static String quote(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private static void copy(DataInputStream in, DataOutputStream out, int length)
      throws IOException {
    out.write(in.readNBytes(length));
  }
}
