package rank_results;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranks documents by several scorers; all of them are waited for before their scores are read. */
public final class Fixed {

  interface Scorer {
    int score(String document);
  }

  static final class Ranking {
    private final List<Scorer> scorers = new ArrayList<>();
    private final Map<String, Integer> ranks = new TreeMap<>();

    Ranking with(Scorer scorer) {
      scorers.add(scorer);
      return this;
    }

    Ranking rank(String document) {
      Chan<Integer> scores = Chan.make();
      WaitGroup scoring = new WaitGroup();
      for (Scorer scorer : scorers) {
        scoring.go(() -> scores.send(scorer.score(document)));
      }
      WaitGroup closing = new WaitGroup();
      closing.go(
          () -> {
            scoring.await();
            scores.close();
          });
      for (int score : scores) {
        ranks.merge(document, score, Integer::sum);
      }
      closing.await();
      return this;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ranking ranking = new Ranking().with(String::length).with(any -> 1).rank("a b");
          System.out.println(ranking.ranks);
        });
  }
}
