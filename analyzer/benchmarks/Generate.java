import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a Java project of a size: packages of twenty classes of about a hundred lines, of which a
 * part in a hundred uses the runtime. A package with such a class has a {@code Main} that runs it,
 * and an {@code Application} calls what is sequential in every package.
 *
 * <p>{@code java Generate.java FOLDER FILES PERCENT}
 */
final class Generate {

  private static final int FILES_PER_PACKAGE = 20;

  private final Path folder;
  private final int files;
  private final int percent;

  private Generate(Path folder, int files, int percent) {
    this.folder = folder;
    this.files = files;
    this.percent = percent;
  }

  public static void main(String[] args) throws IOException {
    new Generate(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).write();
  }

  private void write() throws IOException {
    StringBuilder calls = new StringBuilder();
    for (int file = 0; file < files; file++) {
      boolean concurrent = isConcurrent(file);
      write(
          file,
          concurrent ? "Worker" + file : "Service" + file,
          concurrent ? worker(file) : service(file));
      if (!concurrent && file % FILES_PER_PACKAGE == FILES_PER_PACKAGE - 1) {
        calls.append("    total += new %s.Service%d(3).work(2);\n".formatted(packageOf(file), file));
      }
    }
    Files.writeString(
        folder.resolve("Application.java"),
        """
        /** Calls a class of each package. */
        public class Application {
          public static void main(String[] args) {
            System.out.println(total());
          }

          static long total() {
            long total = 0;
        %s    return total;
          }
        }
        """
            .formatted(calls));
  }

  /** Spread over the project, and in the midst of a package where they are few. */
  private boolean isConcurrent(int file) {
    return percent > 0 && ((file + 48) * percent) % 100 < percent;
  }

  private static String packageOf(int file) {
    return "app.part" + file / FILES_PER_PACKAGE;
  }

  private void write(int file, String name, String text) throws IOException {
    Path target = folder.resolve(packageOf(file).replace('.', '/')).resolve(name + ".java");
    Files.createDirectories(target.getParent());
    Files.writeString(target, "package " + packageOf(file) + ";\n\n" + text);
  }

  /** The sequential class before this one, to call: each knows up to four others, at any hand. */
  private String callOfNeighbour(int file) {
    int before = file - 1;
    boolean there = file % 5 != 0 && !isConcurrent(before);
    return there ? "new Service" + before + "(seed).work(depth - 1)" : "seed";
  }

  private String service(int file) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        import java.util.ArrayList;
        import java.util.HashMap;
        import java.util.List;
        import java.util.Map;

        /** Keeps and sums up entries. */
        public class Service%1$d {
          private final List<Entry> entries = new ArrayList<>();
          private final Map<String, Integer> byName = new HashMap<>();
          private final int seed;

          public record Entry(String name, int amount, List<String> tags) {}

          public Service%1$d(int seed) {
            this.seed = seed;
          }

          public long work(int depth) {
            if (depth <= 0) {
              return seed;
            }
            add("first", depth);
            return sum0(depth) + %2$s;
          }

          private void add(String name, int amount) {
            entries.add(new Entry(name, amount, List.of(name, "tag" + amount)));
            byName.merge(name, amount, Integer::sum);
          }
        """
            .formatted(file, callOfNeighbour(file)));
    for (int part = 0; part < 5; part++) {
      text.append(sequentialPart(part));
    }
    return text.append("}\n").toString();
  }

  private static String sequentialPart(int part) {
    return """

          private long sum%1$d(int limit) {
            long sum = %2$d;
            for (Entry entry : entries) {
              if (entry.amount() > limit && !entry.tags().isEmpty()) {
                sum += entry.amount() * %3$dL;
              } else {
                sum -= entry.name().length();
              }
            }
            return switch (limit %% 3) {
              case 0 -> sum + label%1$d(entries.size()).length();
              case 1 -> sum << 1;
              default -> sum %% 97;
            };
          }

          private String label%1$d(int count) {
            StringBuilder label = new StringBuilder();
            for (int i = 0; i < count; i++) {
              label.append(i == 0 ? "" : ", ").append("item").append(i * %3$d);
            }
            return label.append(byName.getOrDefault("first", seed)).toString();
          }
        """
        .formatted(part, part * 7 + 1, part + 2);
  }

  private String worker(int file) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        import dev.chanlint.runtime.Chan;
        import dev.chanlint.runtime.Go;
        import dev.chanlint.runtime.Mutex;
        import dev.chanlint.runtime.WaitGroup;
        import java.util.ArrayList;
        import java.util.List;

        /** Hands jobs to a goroutine and collects what it makes of them. */
        public class Worker%1$d {
          private final Mutex mutex = new Mutex();
          private final List<Job> done = new ArrayList<>();
          private final int seed;
          private long total;

          public record Job(int number, String name) {}

          public Worker%1$d(int seed) {
            this.seed = seed;
          }

          public void run(int depth) {
            Chan<Job> jobs = Chan.make(1);
            WaitGroup group = new WaitGroup();
            group.go(() -> consume(jobs));
            for (int i = 0; i < 2; i++) {
              jobs.send(new Job(i, "job" + i));
            }
            jobs.close();
            group.await();
            System.out.println(total() + %2$s);
          }

          private void consume(Chan<Job> jobs) {
            for (Job job : jobs) {
              mutex.lock();
              try {
                done.add(job);
                total += job.number() + seed;
              } finally {
                mutex.unlock();
              }
            }
          }

          private long total() {
            mutex.lock();
            try {
              return total + done.size();
            } finally {
              mutex.unlock();
            }
          }
        """
            .formatted(file, callOfNeighbour(file)));
    for (int part = 0; part < 3; part++) {
      text.append(guardedPart(part));
    }
    return text.append(isFirstWorker(file) ? main(file) : "").append("}\n").toString();
  }

  /** One worker of a package has a main. */
  private boolean isFirstWorker(int file) {
    for (int before = file - file % FILES_PER_PACKAGE; before < file; before++) {
      if (isConcurrent(before)) {
        return false;
      }
    }
    return true;
  }

  private static String guardedPart(int part) {
    return """

          public long weigh%1$d(int limit) {
            mutex.lock();
            try {
              long sum = %2$d;
              for (Job job : done) {
                sum += job.number() > limit ? job.name().length() * %2$dL : -job.number();
              }
              return switch (limit %% 3) {
                case 0 -> sum + done.size();
                case 1 -> sum << 1;
                default -> sum %% 97;
              };
            } finally {
              mutex.unlock();
            }
          }
        """
        .formatted(part, part + 2);
  }

  private static String main(int file) {
    return """

          public static void main(String[] args) {
            Go.run(() -> new Worker%d(3).run(2));
          }
        """
        .formatted(file);
  }
}
