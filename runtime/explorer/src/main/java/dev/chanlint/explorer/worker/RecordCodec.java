package dev.chanlint.explorer.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes records and what they are made of: numbers, booleans, strings, bytes, enums, lists and
 * sets of such, and sealed interfaces of records. The type says what comes, so only values are
 * written, and equal values as equal bytes.
 */
public final class RecordCodec {

  private RecordCodec() {}

  /** Writes a value of a type. */
  public static void write(DataOutputStream out, Type type, Object value) throws IOException {
    if (!(type instanceof ParameterizedType generic)) {
      writeOne(out, (Class<?>) type, value);
      return;
    }
    Collection<?> items = (Collection<?>) value;
    Type itemType = generic.getActualTypeArguments()[0];
    out.writeInt(items.size());
    if (items instanceof Set<?> set) {
      writeInOrder(out, itemType, set);
    } else {
      for (Object item : items) {
        write(out, itemType, item);
      }
    }
  }

  /** In the order of their bytes: the order that a set has by itself differs from JVM to JVM. */
  private static void writeInOrder(DataOutputStream out, Type type, Set<?> items)
      throws IOException {
    SortedSet<byte[]> written = new TreeSet<>(Arrays::compare);
    for (Object item : items) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(new DataOutputStream(bytes), type, item);
      written.add(bytes.toByteArray());
    }
    for (byte[] item : written) {
      out.write(item);
    }
  }

  private static void writeOne(DataOutputStream out, Class<?> type, Object value)
      throws IOException {
    switch (value) {
      case String text -> writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
      case byte[] bytes -> writeBytes(out, bytes);
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Boolean flag -> out.writeBoolean(flag);
      case Enum<?> constant -> out.writeInt(constant.ordinal());
      case Record one -> {
        if (type.isSealed()) {
          out.writeInt(permitted(type).indexOf(one.getClass()));
        }
        writeComponents(out, one);
      }
      default -> throw new IllegalArgumentException("no way to write a " + value.getClass());
    }
  }

  private static void writeComponents(DataOutputStream out, Record one) throws IOException {
    RecordShape shape = RecordShape.of(one.getClass());
    for (int i = 0; i < shape.types().size(); i++) {
      write(out, shape.types().get(i), shape.get(one, i));
    }
  }

  /** Long texts too, which {@link DataOutput#writeUTF} does not take. */
  private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a value of a type, which was written by the same version of the explorer. */
  public static <T> T read(DataInputStream in, Class<T> type) throws IOException {
    @SuppressWarnings("unchecked")
    T value = (T) readAny(in, type);
    return value;
  }

  private static Object readAny(DataInputStream in, Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      int size = in.readInt();
      Collection<Object> items =
          generic.getRawType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(readAny(in, generic.getActualTypeArguments()[0]));
      }
      return items;
    }
    return readOne(in, (Class<?>) type);
  }

  private static Object readOne(DataInputStream in, Class<?> type) throws IOException {
    if (type == String.class) {
      return new String(readBytes(in), StandardCharsets.UTF_8);
    } else if (type == byte[].class) {
      return readBytes(in);
    } else if (type == int.class) {
      return in.readInt();
    } else if (type == long.class) {
      return in.readLong();
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type.isEnum()) {
      return type.getEnumConstants()[in.readInt()];
    }
    return readRecord(in, type.isSealed() ? permitted(type).get(in.readInt()) : type);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  private static Object readRecord(DataInputStream in, Class<?> type) throws IOException {
    RecordShape shape = RecordShape.of(type);
    Object[] values = new Object[shape.types().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readAny(in, shape.types().get(i));
    }
    return shape.make(values);
  }

  private static List<Class<?>> permitted(Class<?> type) {
    return List.of(type.getPermittedSubclasses());
  }
}
