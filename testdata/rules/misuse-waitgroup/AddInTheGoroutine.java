package rules.misusewaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Each download counts itself in, when the one who waits may already have looked. */
public final class AddInTheGoroutine {

  private final WaitGroup downloads = new WaitGroup();

  public static void main(String[] args) {
    Go.run(
        () -> {
          AddInTheGoroutine downloader = new AddInTheGoroutine();
          downloader.start(List.of("a", "b"));
          downloader.downloads.await();
        });
  }

  private void start(List<String> names) {
    names.forEach(name -> Go.go(() -> download(name))); // want leak-outlives-scope
  }

  private void download(String name) {
    downloads.add(1); // want misuse-waitgroup confirmed
    try {
      System.out.println(name);
    } finally {
      downloads.done();
    }
  }
}
