// Modules are analysed with the sources of those that they need, reported once, joined at the root, and fail the build at its end.
def parts = new File(basedir, 'build.log').text.split('BUILD (SUCCESS|FAILURE)')
def prices = new File(basedir, 'core/src/main/java/shop/Prices.java')
def main = new File(basedir, 'app/src/main/java/shop/app/Main.java')
def isTold = { part, file -> part.count("${file}:[") > 0 }

// Its main is in app, so it is app that shows the mistake in core.
def (check, report, baseline, known, explore, explain) = parts as List
assert isTold(check, main)
def inCore = check.readLines().findAll { it.contains("${prices}:[") }
assert inCore && inCore == inCore.unique(false)
assert check.indexOf('shop-quiet') > 0 && check.indexOf("${main}:[") < check.lastIndexOf('shop-quiet')
assert report.contains('chanlint: unchanged since the last run')
assert isTold(report, main)
assert baseline =~ /chanlint: [1-9]\d* findings?: /
assert known =~ /chanlint: 0 findings: .*; [1-9]\d* suppressed/
assert explore =~ /leak: /
assert explain.contains('leak-send')

def json = { new groovy.json.JsonSlurper().parse(new File(basedir, it)) }
assert json('target/chanlint/chanlint.sarif').runs.size() == 1
assert !json('chanlint-baseline.json').findings.isEmpty()
