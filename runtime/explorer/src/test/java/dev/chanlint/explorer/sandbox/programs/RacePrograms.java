package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.PANIC;
import static dev.chanlint.explorer.Fault.RACE;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.nio.ByteBuffer;
import java.text.MessageFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pairs of programs, one with a race and one where something orders the accesses. */
final class RacePrograms {

  private static int count;
  private static int[] published;
  private static volatile boolean ready;
  private static volatile int visits;

  private RacePrograms() {}

  private static void beside(Runnable one, Runnable other) throws InterruptedException {
    Thread thread = new Thread(one);
    thread.start();
    other.run();
    thread.join();
  }

  @Expect(faults = RACE)
  static void staticField() throws Exception {
    beside(() -> count++, () -> count++);
  }

  /** What a race leads to is explored too. */
  @Expect(
      outputs = {"1", "2"},
      faults = RACE)
  static void lostUpdate() throws Exception {
    beside(() -> count++, () -> count++);
    System.out.print(count);
  }

  /** Each access of a volatile field is atomic, an update made of two is not. */
  @Expect(
      outputs = {"1", "2"},
      faults = RACE)
  static void lostVolatileUpdate() throws Exception {
    beside(() -> visits++, () -> visits += 1);
    System.out.print(visits);
  }

  /** Starts a thread that reads what the constructor assigns only afterwards. */
  private static final class Early {
    private final Thread thread;
    private final int limit;

    Early(int limit) throws InterruptedException {
      thread = new Thread(this::tell);
      thread.start();
      this.limit = limit;
    }

    private void tell() {
      System.out.print(limit);
    }
  }

  /** Starts a thread before the class below has assigned anything. */
  private abstract static class EarlyParent {
    private final Thread thread = new Thread(this::tell);

    EarlyParent() {
      thread.start();
    }

    private void tell() {
      System.out.print(limit());
    }

    abstract long limit();
  }

  private static final class EarlyChild extends EarlyParent {
    private final long limit;

    EarlyChild(long limit) {
      this.limit = limit;
    }

    @Override
    long limit() {
      return limit;
    }
  }

  /** Assigns a final field after a call of its own method, which tells nobody. */
  private static final class Checked {
    private final String name;

    Checked(String name) {
      check(name);
      this.name = name;
    }

    private void check(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException(this + " without a name");
      }
    }
  }

  @Expect(
      outputs = {"0", "5"},
      faults = RACE)
  static void finalFieldAssignedLate() throws Exception {
    new Early(5).thread.join();
  }

  @Expect(
      outputs = {"0", "7"},
      faults = RACE)
  static void finalFieldOfSubclassAssignedLate() throws Exception {
    ((EarlyParent) new EarlyChild(7)).thread.join();
  }

  @Expect(outputs = "node")
  static void finalFieldAssignedBeforeAnyoneKnows() throws Exception {
    Checked checked = new Checked("node");
    beside(() -> System.out.print(checked.name), () -> {});
  }

  /** A write that is made of nothing that was read loses no update. */
  @Expect(outputs = {"3", "4"})
  static void volatileWrites() throws Exception {
    beside(() -> visits = 3, () -> visits = 4);
    System.out.print(visits);
  }

  /** Nobody comes between the parts of an update under a lock, or of one by the only writer. */
  @Expect(outputs = "2")
  static void volatileUpdates() throws Exception {
    Runnable guarded =
        () -> {
          synchronized (RacePrograms.class) {
            visits++;
          }
        };
    beside(guarded, guarded);
    System.out.print(visits);
  }

  @Expect(
      outputs = {"", "closed"},
      faults = {RACE, PANIC})
  static void checkThenClose() throws Exception {
    Chan<Unit> done = Chan.make();
    Runnable close =
        () -> {
          if (count == 0) {
            count = 1;
            done.close();
          }
        };
    beside(close, close);
    System.out.print("closed");
  }

  @Expect
  static void staticFieldBeforeStartAndAfterJoin() throws Exception {
    count = 1;
    Thread thread = new Thread(() -> count++);
    thread.start();
    thread.join();
    count++;
  }

  @Expect
  static void staticFieldUnderLock() throws Exception {
    Object lock = new Object();
    Runnable add =
        () -> {
          synchronized (lock) {
            count++;
          }
        };
    beside(add, add);
  }

  private static final class Box {
    private long wide;
    private double ratio;
    private String text = "";
    private final List<String> fixed = new ArrayList<>(List.of("x"));
  }

  @Expect(faults = RACE)
  static void wideField() throws Exception {
    Box box = new Box();
    beside(() -> box.wide = 5L, () -> box.wide += 2L);
  }

  @Expect(faults = RACE)
  static void doubleFieldReadAndWritten() throws Exception {
    Box box = new Box();
    beside(() -> box.ratio = 1.5, () -> System.out.append(box.ratio > 1 ? "" : ""));
  }

  @Expect
  static void differentFields() throws Exception {
    Box box = new Box();
    beside(() -> box.wide = 5L, () -> box.text = "b");
  }

  @Expect
  static void twoReads() throws Exception {
    Box box = new Box();
    beside(
        () -> System.out.append(box.text.substring(box.text.length())),
        () -> System.out.append(box.text.substring(box.text.length())));
  }

  @Expect(faults = RACE)
  static void arrayElement() throws Exception {
    int[] numbers = new int[2];
    beside(() -> numbers[1] = 1, () -> numbers[1]++);
  }

  @Expect
  static void differentElements() throws Exception {
    long[] numbers = new long[2];
    beside(() -> numbers[0] = 1, () -> numbers[1]++);
  }

  @Expect
  static void volatilePublishes() throws Exception {
    beside(
        () -> {
          published = new int[] {5};
          ready = true;
        },
        () -> {
          if (ready) {
            published[0]++;
          }
        });
  }

  @Expect(faults = RACE)
  static void volatileWrittenTooEarly() throws Exception {
    beside(
        () -> {
          ready = true;
          published = new int[] {5};
        },
        () -> {
          if (ready) {
            published = new int[0];
          }
        });
  }

  private static final class Holder {
    private final int fixed;
    private int open;

    Holder(int value) {
      fixed = value;
      open = value;
    }
  }

  private static Holder holder;

  @Expect(faults = RACE)
  static void unsafePublication() throws Exception {
    beside(() -> holder = new Holder(1), () -> System.out.append(read() ? "" : ""));
  }

  private static boolean read() {
    Holder seen = holder;
    return seen != null && seen.fixed + seen.open > 0;
  }

  @Expect
  static void finalFieldOfACapturedObject() throws Exception {
    Box box = new Box();
    beside(
        () -> System.out.append(box.fixed.getFirst().substring(1)),
        () -> System.out.append(box.fixed.getFirst().substring(1)));
  }

  @Expect(faults = RACE)
  static void list() throws Exception {
    List<Integer> list = new ArrayList<>();
    beside(() -> list.add(1), () -> list.add(2));
  }

  @Expect(faults = RACE)
  static void mapThroughItsView() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(
        () -> map.keySet().remove("a"), () -> System.out.append(map.containsKey("b") ? "b" : ""));
  }

  /** Not only a race: the iterator may notice. */
  @Expect(faults = {RACE, PANIC})
  static void iterationBesideAdd() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1));
    beside(
        () -> {
          for (int i : list) {
            count += 0 * i;
          }
        },
        () -> list.add(2));
  }

  @Expect
  static void synchronizedList() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    beside(() -> list.add(1), () -> list.add(1));
  }

  @Expect
  static void twoReadersOfAMap() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(() -> map.get("a"), () -> map.get("b"));
  }

  @Expect
  static void twoThatGoThroughAMap() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
    beside(
        () -> map.values().forEach(value -> {}),
        () -> {
          for (Map.Entry<String, Integer> entry : map.entrySet()) {
            var unused = entry.getValue();
          }
        });
  }

  @Expect
  static void twoThatGoThroughAList() throws Exception {
    List<Integer> list = new LinkedList<>(List.of(1, 2));
    List<Integer> view = Collections.unmodifiableList(list);
    beside(
        () -> list.iterator().forEachRemaining(value -> {}),
        () -> {
          for (ListIterator<Integer> i = view.listIterator(2); i.hasPrevious(); ) {
            i.previous();
          }
        });
  }

  @Expect(faults = RACE)
  static void iteratorSharedByTwo() throws Exception {
    Iterator<Integer> shared = new ArrayList<>(List.of(1, 2)).iterator();
    beside(shared::next, shared::next);
  }

  @Expect(faults = RACE)
  static void iteratorOfAViewSharedByTwo() throws Exception {
    Iterator<Integer> shared =
        Collections.unmodifiableList(new ArrayList<>(List.of(1, 2))).iterator();
    beside(
        () -> {
          boolean unused = shared.hasNext();
        },
        shared::next);
  }

  @Expect(faults = RACE)
  static void removedByAnIterator() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    beside(
        () -> {
          Iterator<Integer> iterator = list.iterator();
          iterator.next();
          iterator.remove();
        },
        () -> {
          int unused = list.size();
        });
  }

  @Expect(faults = RACE)
  static void setByAnEntry() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(() -> map.entrySet().iterator().next().setValue(2), () -> map.get("a"));
  }

  /** No more than the values of these keys is changed. */
  @Expect
  static void valuesOfDifferentKeys() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
    Map<Integer, Integer> sorted = new TreeMap<>(Map.of(1, 1, 2, 2));
    beside(
        () -> {
          map.put("a", 3);
          sorted.replace(1, 3);
        },
        () -> {
          map.put("b", map.computeIfAbsent("b", key -> 5) + map.size());
          sorted.put(2, sorted.getOrDefault(3, 0));
          for (String key : map.keySet()) {
            show(key + map.containsKey("a") + map.get("c"));
          }
        });
  }

  @Expect(faults = RACE)
  static void valueOfOneKey() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(() -> map.put("a", 3), () -> map.get("a"));
  }

  @Expect(faults = RACE)
  static void keyThatIsNew() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(() -> map.put("b", 3), () -> map.put("a", 2));
  }

  @Expect(faults = RACE)
  static void keyThatIsTakenAway() throws Exception {
    Map<Integer, Integer> map = new TreeMap<>(Map.of(1, 1, 2, 2));
    beside(() -> map.remove(1), () -> show(map.containsKey(2)));
  }

  @Expect(faults = RACE)
  static void valuesThatAreGoneThrough() throws Exception {
    Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
    beside(() -> map.put("a", 3), () -> map.values().forEach(value -> {}));
  }

  /** Its order is that of the last access. */
  @Expect(faults = RACE)
  static void valuesOfALinkedMap() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(4, 0.75f, true);
    map.put("a", 1);
    map.put("b", 1);
    beside(() -> map.put("a", 3), () -> map.get("b"));
  }

  @Expect(faults = RACE)
  static void arrayThatIsStreamed() throws Exception {
    int[] numbers = new int[2];
    beside(() -> numbers[1] = 1, () -> show(Arrays.stream(numbers).sum()));
  }

  @Expect
  static void partOfAnArrayThatIsStreamed() throws Exception {
    int[] numbers = new int[2];
    beside(() -> numbers[1] = 1, () -> show(Arrays.stream(numbers, 0, 1).sum()));
  }

  @Expect(faults = RACE)
  static void arrayThatAStreamIsOf() throws Exception {
    String[] names = {"a", "b"};
    beside(() -> names[1] = "c", () -> show(Stream.of(names).count()));
  }

  @Expect(faults = RACE)
  static void numbersThatAStreamIsOf() throws Exception {
    int[] numbers = new int[2];
    beside(() -> numbers[1] = 1, () -> show(IntStream.of(numbers).sum()));
  }

  @Expect(faults = RACE)
  static void arrayThatABufferIsReadInto() throws Exception {
    byte[] bytes = new byte[2];
    ByteBuffer buffer = ByteBuffer.allocate(2);
    beside(() -> show(bytes[1]), () -> buffer.get(bytes));
  }

  @Expect
  static void partOfAnArrayThatABufferIsReadInto() throws Exception {
    byte[] bytes = new byte[2];
    ByteBuffer buffer = ByteBuffer.allocate(2);
    beside(() -> show(bytes[1]), () -> buffer.get(bytes, 0, 1));
  }

  @Expect(faults = RACE)
  static void looksThatReorder() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(4, 0.75f, true);
    map.put("a", 1);
    map.put("b", 1);
    beside(() -> map.get("a"), () -> map.getOrDefault("b", 0));
  }

  @Expect
  static void looksThatFindNothingToReorder() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>(4, 0.75f, true);
    map.put("b", 1);
    beside(() -> map.get("a"), () -> show(map.containsKey("b")));
  }

  /** The function of a synchronized map runs with its monitor held. */
  @Expect
  static void computedForASynchronizedMap() throws Exception {
    Map<String, Integer> map = Collections.synchronizedMap(new HashMap<>());
    int[] made = new int[1];
    beside(
        () -> map.computeIfAbsent("a", key -> ++made[0]),
        () -> map.compute("b", (key, old) -> ++made[0]));
  }

  /** Who gets a value comes after who computed it. */
  @Expect
  static void computedForAConcurrentMap() throws Exception {
    Map<String, Holder> map = new ConcurrentHashMap<>();
    beside(
        () -> map.computeIfAbsent("a", key -> new Holder(1)),
        () -> {
          Holder seen = map.get("a");
          show(seen == null ? 0 : seen.open);
        });
  }

  /** Steps on the way make no difference to that. */
  @Expect
  static void computedInStepsForAConcurrentMap() throws Exception {
    Map<String, Holder> map = new ConcurrentHashMap<>();
    AtomicInteger made = new AtomicInteger();
    beside(
        () -> map.computeIfAbsent("a", key -> new Holder(made.incrementAndGet())),
        () -> {
          Holder seen = map.get("a");
          show(seen == null ? 0 : seen.open);
        });
  }

  @Expect
  static void computedForASortedConcurrentMap() throws Exception {
    Map<String, Holder> map = new ConcurrentSkipListMap<>();
    beside(
        () -> map.computeIfAbsent("a", key -> new Holder(1)),
        () -> {
          Holder seen = map.get("a");
          show(seen == null ? 0 : seen.open);
        });
  }

  /** Computations of one value exclude one another. */
  @Expect
  static void computationsOfOneKey() throws Exception {
    Map<String, Holder> map = new ConcurrentHashMap<>(Map.of("a", new Holder(1)));
    AtomicInteger made = new AtomicInteger();
    Runnable compute =
        () ->
            map.compute(
                "a",
                (key, holder) -> {
                  holder.open += made.incrementAndGet();
                  return holder;
                });
    beside(compute, compute);
  }

  @Expect
  static void listsInAList() throws Exception {
    List<List<Integer>> lists = new ArrayList<>();
    lists.add(new ArrayList<>());
    lists.add(new ArrayList<>());
    Iterator<List<Integer>> iterator = lists.iterator();
    List<Integer> first = iterator.next();
    List<Integer> second = iterator.next();
    beside(() -> first.add(1), () -> second.add(2));
  }

  @Expect
  static void differentElementsOfAList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    beside(
        () -> list.set(0, list.size()),
        () -> list.set(1, Collections.unmodifiableList(list).get(2)));
  }

  @Expect(faults = RACE)
  static void sameElementOfAList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    beside(() -> list.set(1, 3), () -> list.get(1));
  }

  @Expect(faults = RACE)
  static void elementOfAPartOfAList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    beside(() -> list.subList(1, 2).set(0, 3), () -> list.get(1));
  }

  @Expect(faults = RACE)
  static void elementOfAListThatIsGoneThrough() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    beside(
        () -> list.set(0, 3),
        () -> {
          boolean unused = list.contains(4);
        });
  }

  @Expect(faults = RACE)
  static void sizeOfAListThatGrows() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1, 2));
    beside(
        () -> list.add(3),
        () -> {
          int unused = list.size();
        });
  }

  @Expect(faults = RACE)
  static void stringBuilder() throws Exception {
    StringBuilder text = new StringBuilder();
    beside(() -> text.append('a'), () -> text.append("b"));
  }

  @Expect(faults = RACE)
  static void builderInAConcatenation() throws Exception {
    StringBuilder text = new StringBuilder();
    beside(() -> text.append('a'), () -> show("" + text));
  }

  @Expect(faults = RACE)
  static void builderThatAnotherAppends() throws Exception {
    StringBuilder text = new StringBuilder();
    CharSequence seen = text;
    beside(() -> text.append('a'), () -> new StringBuilder().append(seen));
  }

  @Expect(faults = RACE)
  static void textOfAList() throws Exception {
    List<Integer> list = new ArrayList<>();
    beside(() -> list.add(1), () -> show(1L + ": " + list));
  }

  @Expect(faults = RACE)
  static void valueOfAMap() throws Exception {
    Map<String, Integer> map = new HashMap<>();
    beside(() -> map.put("a", 1), () -> show(String.valueOf(map)));
  }

  @Expect
  static void textsOfWhatBothOnlyRead() throws Exception {
    StringBuilder text = new StringBuilder("a");
    List<Integer> list = new ArrayList<>(List.of(1));
    Runnable reads =
        () -> {
          show("" + text + list + "%s %s".formatted(text, list) + list.hashCode());
          show(list.equals(new LinkedList<>(List.of(1))));
        };
    beside(reads, reads);
  }

  private static void show(@SuppressWarnings("unused") Object object) {}

  @Expect(faults = RACE)
  static void listInAFormat() throws Exception {
    List<Integer> list = new ArrayList<>();
    beside(() -> list.add(1), () -> show(String.format(Locale.ROOT, "%d %2$s", 1, list)));
  }

  @Expect(faults = RACE)
  static void builderInAFormat() throws Exception {
    StringBuilder text = new StringBuilder();
    beside(() -> text.append('a'), () -> show("%n%3d%%%-5s".formatted(1, text)));
  }

  @Expect(faults = RACE)
  static void mapThatIsPrinted() throws Exception {
    Map<String, Integer> map = new HashMap<>();
    beside(() -> map.put("a", 1), () -> System.out.printf("%.0s", map));
  }

  @Expect(faults = RACE)
  static void listInAMessage() throws Exception {
    List<Integer> list = new ArrayList<>();
    beside(() -> list.add(1), () -> show(MessageFormat.format("{1}, {0}", list, 1)));
  }

  /** Whether there is one is not what it holds. */
  @Expect
  static void argumentsOfWhichNoTextIsMade() throws Exception {
    List<Integer> list = new ArrayList<>();
    beside(
        () -> list.add(1),
        () -> {
          show("%2$s %b %%s".formatted(list, 1));
          show(MessageFormat.format("{1}", list, 1));
        });
  }

  private record Named(String name, List<Integer> list) {}

  @Expect(faults = RACE)
  static void listInARecord() throws Exception {
    Named named = new Named("a", new ArrayList<>());
    beside(() -> named.list().add(1), () -> show("" + named));
  }

  @Expect(faults = RACE)
  static void listInAnOptionalInAList() throws Exception {
    List<Integer> list = new ArrayList<>();
    List<Optional<List<Integer>>> outer = List.of(Optional.of(list));
    beside(() -> list.add(1), () -> show(outer.toString()));
  }

  @Expect(faults = RACE)
  static void listInAnArray() throws Exception {
    List<Integer> list = new ArrayList<>();
    Object[] array = {list};
    beside(() -> list.add(1), () -> show(Arrays.toString(array)));
  }

  @Expect(faults = RACE)
  static void textOfAnyObject() throws Exception {
    List<Integer> list = new ArrayList<>();
    Object object = list;
    Function<Object, String> text = Object::toString;
    beside(() -> list.add(1), () -> show(text.apply(object)));
  }

  @Expect(faults = RACE)
  static void lengthOfAnyText() throws Exception {
    StringBuilder text = new StringBuilder();
    CharSequence seen = text;
    beside(() -> text.append('a'), () -> show(seen.length()));
  }

  @Expect(faults = RACE)
  static void hashOfAnyObject() throws Exception {
    Map<String, Integer> map = new HashMap<>();
    beside(() -> map.put("a", 1), () -> show(Objects.hash(1, map)));
  }

  @Expect(faults = RACE)
  static void comparedWithAnother() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1));
    beside(() -> list.set(0, 2), () -> show(Objects.equals(new ArrayList<>(List.of(1)), list)));
  }

  /** These are what they are whatever they hold. */
  @Expect
  static void textsAndHashesOfWhatHasNoValue() throws Exception {
    StringBuilder text = new StringBuilder();
    List<Integer> list = new ArrayList<>();
    Object array = new Object[] {list};
    beside(
        () -> {
          text.append('a');
          list.add(1);
        },
        () -> {
          show(text.hashCode() + Objects.hash(text));
          show(text.equals(list) || Objects.equals("a", list));
          show("" + List.of(array) + array);
        });
  }

  @Expect(faults = RACE)
  static void queueOfAChangingList() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(1));
    beside(() -> list.add(1), () -> show(new LinkedBlockingQueue<>(list)));
  }

  @Expect(faults = RACE)
  static void queueDrainedToAList() throws Exception {
    List<Integer> list = new ArrayList<>();
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    beside(() -> show(list.isEmpty()), () -> queue.drainTo(list));
  }

  @Expect
  static void channelOrders() {
    Chan<Unit> done = Chan.make();
    Go.go(
        () -> {
          count = 5;
          done.send(Unit.UNIT);
        });
    done.receive();
    count++;
  }

  @Expect(faults = RACE)
  static void channelOrdersTheOtherWay() {
    Chan<Unit> done = Chan.make(1);
    Go.go(
        () -> {
          done.send(Unit.UNIT);
          count = 5;
        });
    done.receive();
    count++;
  }

  private static final class Lazy {
    private static final int[] TABLE = {1, 2, 3};
    private static int uses = TABLE.length;

    private Lazy() {}

    static int first() {
      return TABLE[0] + uses;
    }
  }

  @Expect
  static void classInitialisationOrders() throws Exception {
    beside(Lazy::first, Lazy::first);
  }

  @Expect(faults = RACE)
  static void arraycopy() throws Exception {
    int[] numbers = new int[2];
    beside(() -> System.arraycopy(new int[2], 0, numbers, 0, 2), () -> numbers[1]++);
  }

  @Expect
  static void arraycopyOfOtherElements() throws Exception {
    int[] numbers = new int[2];
    beside(() -> System.arraycopy(new int[2], 0, numbers, 0, 1), () -> numbers[1]++);
  }

  @Expect(faults = RACE)
  static void textOfAnArray() throws Exception {
    char[] letters = {'a', 'b'};
    beside(() -> letters[0] = 'c', () -> show(String.valueOf(letters)));
  }

  @Expect(faults = RACE)
  static void arrayThatIsAppended() throws Exception {
    char[] letters = {'a', 'b'};
    beside(() -> letters[1] = 'c', () -> show(new StringBuilder().append(letters, 1, 1)));
  }

  @Expect
  static void textOfOtherElements() throws Exception {
    char[] letters = {'a', 'b'};
    beside(
        () -> letters[0] = 'c',
        () -> show(new String(letters, 1, 1) + new StringBuilder().append(letters, 1, 1)));
  }

  @Expect(faults = RACE)
  static void arrayPutIntoABuffer() throws Exception {
    byte[] bytes = new byte[2];
    beside(() -> bytes[0] = 1, () -> ByteBuffer.allocate(2).put(bytes));
  }

  @Expect(faults = RACE)
  static void arrayMadeAList() throws Exception {
    Integer[] numbers = {1, 2};
    beside(() -> numbers[0] = 3, () -> show(List.of(numbers)));
  }

  @Expect(faults = RACE)
  static void fill() throws Exception {
    int[] numbers = new int[2];
    beside(() -> Arrays.fill(numbers, 7), () -> numbers[1]++);
  }

  @Expect
  static void fillOfOtherElements() throws Exception {
    int[] numbers = new int[2];
    beside(() -> Arrays.fill(numbers, 0, 1, 7), () -> numbers[1]++);
  }

  @Expect(faults = RACE)
  static void sortBesideARead() throws Exception {
    String[] names = {"b", "a"};
    beside(() -> Arrays.sort(names), () -> System.out.append(names[0].substring(1)));
  }

  @Expect(faults = RACE)
  static void cloneBesideAWrite() throws Exception {
    int[] numbers = new int[1];
    beside(() -> count += 0 * numbers.clone().length, () -> numbers[0] = 1);
  }

  @Expect(faults = RACE)
  static void unmodifiableViewOfAChangingList() throws Exception {
    List<Integer> list = new ArrayList<>();
    List<Integer> view = Collections.unmodifiableList(list);
    beside(() -> list.add(1), () -> System.out.append("".repeat(view.size())));
  }

  @Expect
  static void unmodifiableViewOfASafeMap() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Map<String, Integer> view = Collections.unmodifiableMap(map);
    beside(() -> map.put("a", 1), () -> view.get("a"));
  }

  @Expect(outputs = {"0", "1"})
  static void viewOfASafeMap() throws Exception {
    Map<String, Integer> map = new ConcurrentHashMap<>();
    Set<String> keys = map.keySet();
    beside(() -> map.put("a", 1), () -> System.out.print(keys.size()));
  }

  @Expect(outputs = {"0", "1"})
  static void iterationUnderTheLockOfASynchronizedList() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    beside(
        () -> list.add(1),
        () -> {
          int size = 0;
          synchronized (list) {
            for (int i : list) {
              size += i;
            }
          }
          System.out.print(size);
        });
  }

  @Expect(
      faults = {RACE, PANIC},
      outputs = {"", "0", "1"})
  static void iterationOfASynchronizedListWithoutItsLock() throws Exception {
    List<Integer> list = Collections.synchronizedList(new ArrayList<>());
    beside(
        () -> list.add(1),
        () -> {
          int size = 0;
          for (int i : list) {
            size += i;
          }
          System.out.print(size);
        });
  }

  @Expect(faults = RACE)
  static void dateFormat() throws Exception {
    SimpleDateFormat format = new SimpleDateFormat("yyyy", Locale.ROOT);
    Runnable use = () -> System.out.append(format.format(new Date(0)).substring(4));
    beside(use, use);
  }

  @Expect
  static void twoReadersOfABuffer() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    beside(
        () -> {
          buffer.get(0, new byte[2]);
          buffer.asReadOnlyBuffer().get();
          buffer.slice(0, 4).limit(2);
          buffer.duplicate().getInt();
        },
        () -> buffer.getInt(buffer.position()));
  }

  @Expect(faults = RACE)
  static void byteBuffer() throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(2);
    beside(() -> buffer.put((byte) 1), () -> buffer.put((byte) 2));
  }

  /** The first add may come after the await. */
  @Expect(faults = RACE)
  static void addInTheGoroutine() {
    WaitGroup running = new WaitGroup();
    Go.go(
        () -> {
          running.add(1);
          running.done();
        });
    running.await();
  }

  /** Only an add from zero can be missed. */
  @Expect
  static void addInAGoroutineThatCounts() {
    WaitGroup running = new WaitGroup();
    running.go(() -> running.go(() -> {}));
    running.await();
  }

  /** The second round is begun by who has seen the end of the first. */
  @Expect
  static void waitGroupUsedAgain() {
    WaitGroup running = new WaitGroup();
    for (int round = 0; round < 2; round++) {
      running.go(() -> {});
      running.await();
    }
  }

  /** The second round may begin while the other still awaits the first. */
  @Expect(faults = RACE)
  static void waitGroupUsedAgainBesideAnAwait() {
    WaitGroup running = new WaitGroup();
    WaitGroup others = new WaitGroup();
    running.add(1);
    others.go(running::await);
    running.done();
    running.add(1);
    running.done();
    others.await();
  }
}
