// fault: deadlock
package grep_files;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Searches files side by side and gathers a result for each; a file that the filter leaves out has
 * none.
 */
public final class Buggy {

  record Match(String file, int line) {}

  static final class Search<T> {
    private final Predicate<? super T> wanted;
    private final Function<? super T, Match> matcher;
    private final Chan<Match> matches = Chan.make();

    Search(Predicate<? super T> wanted, Function<? super T, Match> matcher) {
      this.wanted = wanted;
      this.matcher = matcher;
    }

    private void visit(T file) {
      if (wanted.test(file)) {
        matches.send(matcher.apply(file));
      }
    }

    List<Match> run(Collection<? extends T> files) {
      files.forEach(file -> Go.go(() -> visit(file)));
      List<Match> found = new ArrayList<>();
      while (found.size() < files.size()) {
        found.add(matches.receive()); // want leak-receive
      }
      return found;
    }
  }

  static boolean isSource(String file) {
    return file.endsWith(".java");
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Search<String> search =
              new Search<>(Buggy::isSource, file -> new Match(file, file.length()));
          for (Match match : search.run(List.of("Main.java", "README"))) {
            System.out.println(match.file() + ':' + match.line());
          }
        });
  }
}
