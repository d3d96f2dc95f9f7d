package dev.chanlint.runtime.engine;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** How much is read from the file around what is asked for; objects often stand near by. */
  private static final int WINDOW = 1 << 12;

  /** How many references of a class there are beside those of its fields. */
  private static final int LOADER_SIGNERS_DOMAIN = 3;

  /** The record of an object with fields; one of another kind is an array of references. */
  private static final int INSTANCE = 0x21;

  private final Set<String> notFollowed;
  private final FileChannel file;
  private final HprofInput in;

  /** The part of the file that was read last, and where it begins. */
  private ByteBuffer window = ByteBuffer.allocate(0);

  private long windowStart;
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
    this.in = new HprofInput(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
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

  /**
   * The objects that are alive whatever the stacks hold, those in static fields and the loaders of
   * classes among them.
   */
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
      return fields.getLong(Objects.requireNonNull(shape.offsets.get(field), field));
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
    long offset = at - windowStart;
    if (offset < 0 || offset + length > window.limit()) {
      fillWindow(at, length);
      offset = 0;
    }
    return window.slice((int) offset, length);
  }

  /** Reads from a place on, into memory that nobody has a slice of. */
  private void fillWindow(long at, int atLeast) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(WINDOW, atLeast));
    while (buffer.position() < atLeast) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("heap dump ends early");
      }
    }
    window = buffer.flip();
    windowStart = at;
  }

  private long id(ByteBuffer from, int offset) {
    return idSize == 8 ? from.getLong(offset) : Integer.toUnsignedLong(from.getInt(offset));
  }

  // ---- How it is read ----

  private void readAll() throws IOException {
    while (in.u1() != 0) {
      // the format's name, which ends with a zero
    }
    idSize = in.readIdSize();
    in.skip(8);
    for (int tag = in.tag(); tag >= 0; tag = in.tag()) {
      in.skip(4);
      long length = Integer.toUnsignedLong(in.u4());
      long end = in.position() + length;
      switch (tag) {
        case 0x01 -> readText(length);
        case 0x02 -> readClassName();
        case 0x0C, 0x1C -> readObjects(end);
        default -> in.skip(length);
      }
    }
  }

  private void readText(long length) throws IOException {
    long id = in.id();
    texts.put(id, in.text((int) length - idSize));
  }

  private void readClassName() throws IOException {
    in.skip(4);
    long type = in.id();
    in.skip(4);
    classNames.put(type, in.id());
  }

  private void readObjects(long end) throws IOException {
    while (in.position() < end) {
      long place = in.position();
      int tag = in.u1();
      switch (tag) {
        case 0xFF, 0x05, 0x07 -> roots.add(in.id()); // of unknown kind, a class, a monitor
        case 0x01 -> { // of native code, global
          roots.add(in.id());
          in.id();
        }
        case 0x02, 0x03 -> { // of native code, local; of a frame
          stackRoots.add(new StackRoot(in.id(), in.u4()));
          in.skip(4);
        }
        case 0x04, 0x06 -> stackRoots.add(new StackRoot(in.id(), in.u4())); // of a stack
        case 0x08 -> { // a thread
          long thread = in.id();
          threads.put(in.u4(), thread);
          in.skip(4);
        }
        case 0x20 -> readClass();
        case INSTANCE -> {
          objects.put(in.id(), place);
          in.skip(4 + idSize);
          in.skip(in.u4());
        }
        case 0x22 -> { // an array of references
          objects.put(in.id(), place);
          in.skip(4);
          long count = in.u4();
          in.skip(idSize + count * idSize);
        }
        case 0x23 -> { // an array of primitives
          in.id();
          in.skip(4);
          long count = in.u4();
          in.skip(count * size(in.u1()));
        }
        default -> throw new IOException("unknown record in heap dump: " + tag);
      }
    }
  }

  private void readClass() throws IOException {
    long type = in.id();
    in.skip(4);
    long parent = in.id();
    for (int i = 0; i < LOADER_SIGNERS_DOMAIN; i++) {
      roots.add(in.id());
    }
    in.skip(2L * idSize + 4);
    for (int constants = in.u2(); constants > 0; constants--) {
      in.skip(2);
      in.skip(size(in.u1()));
    }
    String name = text(classNames.getOrDefault(type, 0L)).replace('/', '.');
    for (int n = in.u2(); n > 0; n--) {
      String field = name + "." + text(in.id());
      int fieldType = in.u1();
      if (fieldType != REFERENCE) {
        in.skip(size(fieldType));
      } else {
        long object = in.id();
        if (!notFollowed.contains(field)) {
          roots.add(object);
        }
      }
    }
    List<Field> fields = new ArrayList<>();
    for (int n = in.u2(); n > 0; n--) {
      fields.add(new Field(text(in.id()), in.u1()));
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
}
