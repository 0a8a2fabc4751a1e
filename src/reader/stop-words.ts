/**
 * English words that say nothing of what a text is about: function words, and verbs that go with any subject. Other
 * languages have no list here; there the words that stand in most posts count for little anyway.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again against all almost also always am an and another any anyone anything are aren't as at
  away be became because become been before being between both but by came can can't cannot come could couldn't
  did didn't do does doesn't doing don't done down each either else enough even ever every everyone everything
  for from get gets getting give go goes going good got had hardly has hasn't have haven't having he her here
  hers him his how i i'm if in instead into is isn't it it's its itself just keep kept know last least less let
  like look made make makes making many may me mean means might more most much must my need needs neither never
  no nobody none nor not nothing now of off often on once one ones only or other others our ours out over own
  per perhaps please put really right say says see set she should shouldn't since so some someone something
  sometimes still stop such take tell than that that's the their theirs them themselves then there these they
  thing things think this those though through thus to together too try two under until up upon us use used
  using very want wants was wasn't way ways we well were weren't what what's when where whether which while who
  whole whom whose why will with within without won't would wouldn't yes yet you your yours yourself`.split(
    /\s+/,
  ),
)
