package dev.chanlint.analyzer.lsp;

import com.google.gson.JsonElement;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * The command that has a finding confirmed or refuted. The server does it, so that every editor
 * can.
 *
 * @param file the file that the finding is in
 * @param fingerprint the finding's
 */
record RunCommand(Path file, String fingerprint) {

  static final String NAME = "chanlint.runWitness";

  /** For a finding; empty if there is nothing to run. */
  static Optional<Command> of(Result result, String uri) {
    return switch (result.verdict()) {
      case Verdict.Confirmed _ -> Optional.of(command("Run the witness again", result, uri));
      case Verdict.Undecided _ -> Optional.of(command("Run the witness", result, uri));
      case Verdict.Refuted _, Verdict.Structural _ -> Optional.empty();
    };
  }

  private static Command command(String title, Result result, String uri) {
    return new Command(
        title + " of " + result.finding().rule(), NAME, List.of(uri, result.fingerprint()));
  }

  /**
   * Reads what an editor sent.
   *
   * @throws ResponseErrorException if that is something else
   */
  static RunCommand read(ExecuteCommandParams params) {
    List<Object> arguments = params.getArguments() == null ? List.of() : params.getArguments();
    if (!NAME.equals(params.getCommand()) || arguments.size() != 2) {
      throw invalid(params.getCommand() + ": no such command, or not with these arguments");
    }
    String uri = text(arguments.getFirst());
    Path file = Places.path(uri).orElseThrow(() -> invalid(uri + ": not a file"));
    return new RunCommand(file, text(arguments.getLast()));
  }

  private static String text(Object argument) {
    return argument instanceof JsonElement json && json.isJsonPrimitive()
        ? json.getAsString()
        : String.valueOf(argument);
  }

  private static ResponseErrorException invalid(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }
}
