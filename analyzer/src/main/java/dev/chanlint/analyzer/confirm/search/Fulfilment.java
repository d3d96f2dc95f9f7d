package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.Goal;
import dev.chanlint.analyzer.confirm.judge.Prediction;
import dev.chanlint.explorer.Failure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * That each of some predictions comes true.
 *
 * @param predictions the predictions
 */
record Fulfilment(List<Prediction> predictions) implements Goal {

  @Override
  public Predicate<Failure> watch() {
    Set<Prediction> open = new HashSet<>(predictions);
    return failure -> {
      open.removeIf(prediction -> prediction.isFulfilledBy(failure));
      return open.isEmpty();
    };
  }

  @Override
  public String fingerprint() {
    return String.join(
        "\n", predictions.stream().map(one -> one.finding().toString()).sorted().toList());
  }
}
