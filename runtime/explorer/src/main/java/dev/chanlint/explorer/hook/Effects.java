package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps code under test from what would reach past the execution, and what is not controlled. */
public final class Effects {

  private Effects() {}

  /**
   * Ends the exploration with the reason; does not return on a goroutine.
   *
   * @param reason what was about to be done and where
   */
  public static void refuse(String reason) {
    Execution execution = Execution.current();
    if (execution == null) {
      throw new IllegalStateException(reason);
    }
    execution.uncontrolled(reason);
  }

  /** Refuses a call unless the receiver is of a class under test, which is controlled inside. */
  public static void refuse(@Nullable Object receiver, String reason) {
    if (receiver != null && receiver.getClass().getClassLoader() == null) {
      refuse(reason);
    }
  }

  /**
   * Refuses a call unless every file that it names may be written. What is no file, or no name of
   * one, may not.
   *
   * @param writable globs, one a line, relative to the working directory
   */
  public static void refuseUnlessWritable(
      @Nullable Object[] files, String writable, String reason) {
    List<PathMatcher> globs =
        writable
            .lines()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    boolean allowed = files.length > 0;
    for (Object file : files) {
      allowed &= file != null && isMatched(file, globs);
    }
    if (!allowed) {
      refuse(reason);
    }
  }

  /** Links and dots are followed first, so that no name leads out of what is allowed. */
  private static boolean isMatched(Object file, List<PathMatcher> globs) {
    Path path =
        switch (file) {
          case Path known -> known;
          case File known -> known.toPath();
          case String name -> Path.of(name);
          default -> null;
        };
    if (path == null || path.getFileSystem() != FileSystems.getDefault()) {
      return false;
    }
    try {
      Path absolute = resolved(path.toAbsolutePath().normalize());
      Path relative = Path.of("").toRealPath().relativize(absolute);
      return globs.stream().anyMatch(glob -> glob.matches(relative) || glob.matches(absolute));
    } catch (IOException e) {
      return false; // what cannot be looked at is not known to be allowed
    }
  }

  /** The real path of what exists of it, and the rest. */
  private static Path resolved(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return path.toRealPath();
    }
    return resolved(parent).resolve(path.getFileName());
  }
}
