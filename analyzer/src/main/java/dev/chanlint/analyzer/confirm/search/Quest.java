package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.judge.Prediction;
import java.nio.file.Path;
import java.util.List;

/**
 * An entry point with what is looked for from there.
 *
 * @param entry its name
 * @param predictions what may come true there
 * @param additional folders of further classes that it runs with
 */
public record Quest(String entry, List<Prediction> predictions, List<Path> additional) {

  public Quest {
    predictions = List.copyOf(predictions);
    additional = List.copyOf(additional);
  }
}
