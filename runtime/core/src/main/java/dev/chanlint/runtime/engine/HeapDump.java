package dev.chanlint.runtime.engine;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A heap dump of the JVM, read from its file: "HPROF" 1.0.2, whose description is in HotSpot's
 * {@code heapDumper.cpp}. One pass notes classes, roots and where the objects stand; their fields
 * are read from the file when asked for. Arrays of primitives are left out, as they refer to
 * nothing.
 */
final class HeapDump implements Closeable {

  /** A root that belongs to a thread's stack: an object, and the thread's serial number. */
  record StackRoot(long object, int thread) {}

  /** A field of a class. The type is HPROF's: 2 for a reference. */
  private record Field(String name, int type) {}

  /** A class: its own fields in the order of the dump. */
  private record Type(String name, long parent, List<Field> fields) {}

  /**
   * What the objects of a class look like.
   *
   * @param references where the references stand that are followed, from the first field on
   * @param offsets where each field stands, by {@code class.field}
   */
  private record Shape(List<Integer> references, Map<String, Integer> offsets) {}

  private static final int REFERENCE = 2;
  private static final int BUFFER = 1 << 16;

  /** The record of an object with fields; one of another kind is an array of references. */
  private static final int INSTANCE = 0x21;

  private final Set<String> notFollowed;
  private final FileChannel file;
  private final DataInputStream in;
  private long position;
  private int idSize;

  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, Long> classNames = new HashMap<>();
  private final Map<Long, Type> types = new HashMap<>();
  private final Map<Long, Shape> shapes = new HashMap<>();
  private final IdMap objects = new IdMap();
  private final Set<Long> roots = new HashSet<>();
  private final List<StackRoot> stackRoots = new ArrayList<>();

  /** The thread objects that have a stack, by the serial number of that. */
  private final Map<Integer, Long> threads = new HashMap<>();

  private HeapDump(FileChannel file, Set<String> notFollowed) {
    this.file = file;
    this.notFollowed = notFollowed;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
  }

  /**
   * Reads a dump, which stays open for what is asked later.
   *
   * @param path its file
   * @param notFollowed the fields, named {@code class.field}, whose references are left out
   */
  static HeapDump open(Path path, Set<String> notFollowed) throws IOException {
    HeapDump dump = new HeapDump(FileChannel.open(path), notFollowed);
    try {
      dump.readAll();
      return dump;
    } catch (IOException | RuntimeException | Error e) {
      dump.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  // ---- What it tells ----

  /** The objects that are alive whatever the stacks hold, those in static fields among them. */
  Set<Long> roots() {
    return roots;
  }

  /** What the stacks hold. */
  List<StackRoot> stackRoots() {
    return stackRoots;
  }

  /** The threads' objects, by the serial numbers that stack roots have. */
  Map<Integer, Long> threads() {
    return threads;
  }

  /** Which objects there are, to mark those met. */
  IdMap objects() {
    return objects;
  }

  /** An object with fields. */
  final class Instance {
    private final Shape shape;
    private final ByteBuffer fields;

    private Instance(Shape shape, ByteBuffer fields) {
      this.shape = shape;
      this.fields = fields;
    }

    boolean has(String field) {
      return shape.offsets.containsKey(field);
    }

    /** The value of a field of type long, named {@code class.field}. */
    long number(String field) {
      return fields.getLong(shape.offsets.getOrDefault(field, 0));
    }

    /** Shows the ids of what the fields refer to. */
    void visitReferences(LongConsumer visitor) {
      for (int offset : shape.references) {
        visitor.accept(id(fields, offset));
      }
    }
  }

  /** The object that stands at a place; null if that is an array. */
  @Nullable Instance instanceAt(long place) throws IOException {
    int length = 1 + idSize + 4 + idSize + 4;
    ByteBuffer head = read(place, length);
    if (head.get(0) != INSTANCE) {
      return null;
    }
    Shape shape = shapes.computeIfAbsent(id(head, 1 + idSize + 4), this::shapeOf);
    return new Instance(shape, read(place + length, head.getInt(length - 4)));
  }

  private Shape shapeOf(long type) {
    List<Integer> references = new ArrayList<>();
    Map<String, Integer> offsets = new HashMap<>();
    int offset = 0;
    for (Type t = types.get(type); t != null; t = types.get(t.parent)) {
      for (Field field : t.fields) {
        String full = t.name + "." + field.name;
        offsets.put(full, offset);
        if (field.type == REFERENCE && !notFollowed.contains(full)) {
          references.add(offset);
        }
        offset += size(field.type);
      }
    }
    return new Shape(references, offsets);
  }

  /** Shows the ids of the elements of the array that stands at a place. */
  void visitElements(long place, LongConsumer visitor) throws IOException {
    int length = 1 + idSize + 4 + 4 + idSize;
    int count = read(place, length).getInt(1 + idSize + 4);
    long at = place + length;
    while (count > 0) {
      int some = Math.min(count, BUFFER / idSize);
      ByteBuffer elements = read(at, some * idSize);
      for (int i = 0; i < some; i++) {
        visitor.accept(id(elements, i * idSize));
      }
      count -= some;
      at += (long) some * idSize;
    }
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("heap dump ends early");
      }
    }
    return buffer.flip();
  }

  private long id(ByteBuffer from, int offset) {
    return idSize == 8 ? from.getLong(offset) : Integer.toUnsignedLong(from.getInt(offset));
  }

  // ---- How it is read ----

  private void readAll() throws IOException {
    while (u1() != 0) {
      // the format's name, which ends with a zero
    }
    idSize = u4();
    skip(8);
    for (int tag = in.read(); tag >= 0; tag = in.read()) {
      position++;
      skip(4);
      long length = Integer.toUnsignedLong(u4());
      long end = position + length;
      switch (tag) {
        case 0x01 -> readText(length);
        case 0x02 -> readClassName();
        case 0x0C, 0x1C -> readObjects(end);
        default -> skip(length);
      }
    }
  }

  private void readText(long length) throws IOException {
    long id = id();
    byte[] bytes = new byte[(int) length - idSize];
    in.readFully(bytes);
    position += bytes.length;
    texts.put(id, new String(bytes, StandardCharsets.UTF_8));
  }

  private void readClassName() throws IOException {
    skip(4);
    long type = id();
    skip(4);
    classNames.put(type, id());
  }

  private void readObjects(long end) throws IOException {
    while (position < end) {
      long place = position;
      int tag = u1();
      switch (tag) {
        case 0xFF, 0x05, 0x07 -> roots.add(id());
        case 0x01 -> {
          roots.add(id());
          id();
        }
        case 0x02, 0x03 -> {
          stackRoots.add(new StackRoot(id(), u4()));
          skip(4);
        }
        case 0x04, 0x06 -> stackRoots.add(new StackRoot(id(), u4()));
        case 0x08 -> {
          long thread = id();
          threads.put(u4(), thread);
          skip(4);
        }
        case 0x20 -> readClass();
        case INSTANCE -> {
          objects.put(id(), place);
          skip(4 + idSize);
          skip(u4());
        }
        case 0x22 -> {
          objects.put(id(), place);
          skip(4);
          long count = u4();
          skip(idSize + count * idSize);
        }
        case 0x23 -> {
          id();
          skip(4);
          long count = u4();
          skip(count * size(u1()));
        }
        default -> throw new IOException("unknown record in heap dump: " + tag);
      }
    }
  }

  private void readClass() throws IOException {
    long type = id();
    skip(4);
    long parent = id();
    skip(5L * idSize + 4);
    for (int constants = u2(); constants > 0; constants--) {
      skip(2);
      skip(size(u1()));
    }
    String name = text(classNames.getOrDefault(type, 0L)).replace('/', '.');
    for (int n = u2(); n > 0; n--) {
      String field = name + "." + text(id());
      int fieldType = u1();
      if (fieldType != REFERENCE) {
        skip(size(fieldType));
      } else {
        long object = id();
        if (!notFollowed.contains(field)) {
          roots.add(object);
        }
      }
    }
    List<Field> fields = new ArrayList<>();
    for (int n = u2(); n > 0; n--) {
      fields.add(new Field(text(id()), u1()));
    }
    types.put(type, new Type(name, parent, fields));
  }

  private String text(long id) {
    return texts.getOrDefault(id, "?");
  }

  private int size(int type) {
    return switch (type) {
      case REFERENCE -> idSize;
      case 4, 8 -> 1; // boolean, byte
      case 5, 9 -> 2; // char, short
      case 6, 10 -> 4; // float, int
      case 7, 11 -> 8; // double, long
      default -> throw new IllegalStateException("unknown type in heap dump: " + type);
    };
  }

  private int u1() throws IOException {
    position++;
    return in.readUnsignedByte();
  }

  private int u2() throws IOException {
    position += 2;
    return in.readUnsignedShort();
  }

  private int u4() throws IOException {
    position += 4;
    return in.readInt();
  }

  private long id() throws IOException {
    position += idSize;
    return idSize == 8 ? in.readLong() : Integer.toUnsignedLong(in.readInt());
  }

  private void skip(long n) throws IOException {
    in.skipNBytes(n);
    position += n;
  }
}
