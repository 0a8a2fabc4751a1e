import type { Rule } from './rule.ts'
import calApproval from './rules/cal-approval/rule.ts'
import calBlogInsider from './rules/cal-blog-insider/rule.ts'
import calCadence from './rules/cal-cadence/rule.ts'
import calChannelFit from './rules/cal-channel-fit/rule.ts'
import calFeatureOnFanPage from './rules/cal-feature-on-fan-page/rule.ts'
import calListening from './rules/cal-listening/rule.ts'
import calMix from './rules/cal-mix/rule.ts'
import calPromoShortPost from './rules/cal-promo-short-post/rule.ts'
import calPurpose from './rules/cal-purpose/rule.ts'
import calRepeat from './rules/cal-repeat/rule.ts'
import jargonAcronymClash from './rules/jargon-acronym-clash/rule.ts'
import jargonTeamWord from './rules/jargon-team-word/rule.ts'
import lintGuess from './rules/lint-guess/rule.ts'
import queueMedia from './rules/queue-media/rule.ts'
import queueTooLong from './rules/queue-too-long/rule.ts'
import searchAnswerEarly from './rules/search-answer-early/rule.ts'
import searchDescription from './rules/search-description/rule.ts'
import searchHeadingQuestion from './rules/search-heading-question/rule.ts'
import searchInternalLinks from './rules/search-internal-links/rule.ts'
import searchQuery from './rules/search-query/rule.ts'
import searchQueryClash from './rules/search-query-clash/rule.ts'
import searchStale from './rules/search-stale/rule.ts'
import searchTitle from './rules/search-title/rule.ts'
import searchTitleClash from './rules/search-title-clash/rule.ts'
import searchTitleWidth from './rules/search-title-width/rule.ts'
import { textRules } from './text-rules.ts'

/** Rules that look at entries of the calendar, each with its text or without. */
const entryRules: readonly Rule[] = [
  calApproval,
  calBlogInsider,
  calCadence,
  calChannelFit,
  calFeatureOnFanPage,
  calListening,
  calMix,
  calPromoShortPost,
  calPurpose,
  calRepeat,
  jargonAcronymClash,
  jargonTeamWord,
  lintGuess,
  queueMedia,
  queueTooLong,
  searchAnswerEarly,
  searchDescription,
  searchHeadingQuestion,
  searchInternalLinks,
  searchQuery,
  searchQueryClash,
  searchStale,
  searchTitle,
  searchTitleClash,
  searchTitleWidth,
]

/** Every rule by its id, each a folder in `rules/`; a test notices one that is missing here. */
export const rules: readonly Rule[] = [...textRules, ...entryRules].sort((a, b) => (a.id < b.id ? -1 : 1))
