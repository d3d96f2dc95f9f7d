// Nothing to say, and the report says so.
assert !(new File(basedir, 'build.log').text =~ /Orders\.java:\[/)

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/chanlint/chanlint.sarif'))
assert sarif.runs[0].results.isEmpty()
