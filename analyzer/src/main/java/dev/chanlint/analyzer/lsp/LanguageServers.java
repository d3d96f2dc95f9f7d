package dev.chanlint.analyzer.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Language servers, each for one editor. */
public final class LanguageServers {

  private LanguageServers() {}

  /**
   * Serves an editor until it says that it is done, or is gone.
   *
   * @param analyzer looks for mistakes
   * @param in what the editor says
   * @param out what it is told; nobody else may write to it
   * @return the exit status that the protocol asks for: 0 if the editor had the server shut down
   *     before, else 1
   * @throws InterruptedException if interrupted
   */
  public static int serve(Analyzer analyzer, InputStream in, OutputStream out)
      throws InterruptedException {
    Server server = new Server(analyzer);
    ExecutorService threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lsp-", 0).factory());
    try {
      Launcher<LanguageClient> launcher =
          LSPLauncher.createServerLauncher(server, in, out, threads, consumer -> consumer);
      server.connect(launcher.getRemoteProxy());
      Future<?> listening = launcher.startListening();
      threads.execute(() -> awaitEnd(listening, server));
      return server.exitStatus().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      server.ifRunning(Session::close);
      threads.shutdownNow();
    }
  }

  private static void awaitEnd(Future<?> listening, Server server) {
    try {
      listening.get();
    } catch (InterruptedException | ExecutionException | CancellationException _) {
      // Whatever ended it: nobody is heard any more.
    }
    server.clientIsGone();
  }
}
