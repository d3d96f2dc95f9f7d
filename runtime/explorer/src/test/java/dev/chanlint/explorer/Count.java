package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.search.Dpor;

/**
 * What a whole reduced search ran.
 *
 * @param traces executions
 * @param blocked executions in vain
 */
record Count(long traces, long blocked) {

  static Count of(Body body) {
    Code code = Code.test(body);
    Dpor dpor = new Dpor();
    Driver driver = new Driver(code, dpor, 100_000, false);
    long traces = 0;
    while (dpor.next()) {
      traces += driver.run().cut() ? 0 : 1;
    }
    return new Count(traces, dpor.blocked());
  }
}
