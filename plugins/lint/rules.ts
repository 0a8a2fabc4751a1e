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
import contentFault from './rules/content-fault/rule.ts'
import jargonAcronym from './rules/jargon-acronym/rule.ts'
import jargonAcronymClash from './rules/jargon-acronym-clash/rule.ts'
import jargonAcronymLate from './rules/jargon-acronym-late/rule.ts'
import jargonAcronymTitle from './rules/jargon-acronym-title/rule.ts'
import jargonBuzzword from './rules/jargon-buzzword/rule.ts'
import jargonDensity from './rules/jargon-density/rule.ts'
import jargonInsiderRef from './rules/jargon-insider-ref/rule.ts'
import jargonInternalName from './rules/jargon-internal-name/rule.ts'
import jargonTeamWord from './rules/jargon-team-word/rule.ts'
import jargonTerm from './rules/jargon-term/rule.ts'
import jargonWordy from './rules/jargon-wordy/rule.ts'
import lintBaselineStale from './rules/lint-baseline-stale/rule.ts'
import lintGuess from './rules/lint-guess/rule.ts'
import lintReason from './rules/lint-reason/rule.ts'
import lintUnknownRule from './rules/lint-unknown-rule/rule.ts'
import lintUnused from './rules/lint-unused/rule.ts'
import mdxSyntax from './rules/mdx-syntax/rule.ts'
import promoBrandDensity from './rules/promo-brand-density/rule.ts'
import promoClaim from './rules/promo-claim/rule.ts'
import promoCta from './rules/promo-cta/rule.ts'
import promoFeatureRun from './rules/promo-feature-run/rule.ts'
import promoHype from './rules/promo-hype/rule.ts'
import promoLinks from './rules/promo-links/rule.ts'
import promoOpening from './rules/promo-opening/rule.ts'
import promoPage from './rules/promo-page/rule.ts'
import promoSuperlative from './rules/promo-superlative/rule.ts'
import promoWeDensity from './rules/promo-we-density/rule.ts'
import queueMedia from './rules/queue-media/rule.ts'
import queueTooLong from './rules/queue-too-long/rule.ts'
import searchAlt from './rules/search-alt/rule.ts'
import searchAnswerEarly from './rules/search-answer-early/rule.ts'
import searchDescription from './rules/search-description/rule.ts'
import searchHeadingQuestion from './rules/search-heading-question/rule.ts'
import searchInternalLinks from './rules/search-internal-links/rule.ts'
import searchIntroUs from './rules/search-intro-us/rule.ts'
import searchLinkText from './rules/search-link-text/rule.ts'
import searchOutline from './rules/search-outline/rule.ts'
import searchQuery from './rules/search-query/rule.ts'
import searchQueryClash from './rules/search-query-clash/rule.ts'
import searchStale from './rules/search-stale/rule.ts'
import searchTitle from './rules/search-title/rule.ts'
import searchTitleClash from './rules/search-title-clash/rule.ts'
import searchTitleWidth from './rules/search-title-width/rule.ts'

/** Every rule, each a folder in `rules/`; a test notices one that is missing here. */
export const rules: readonly Rule[] = [
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
  contentFault,
  jargonAcronym,
  jargonAcronymClash,
  jargonAcronymLate,
  jargonAcronymTitle,
  jargonBuzzword,
  jargonDensity,
  jargonInsiderRef,
  jargonInternalName,
  jargonTeamWord,
  jargonTerm,
  jargonWordy,
  lintBaselineStale,
  lintGuess,
  lintReason,
  lintUnknownRule,
  lintUnused,
  mdxSyntax,
  promoBrandDensity,
  promoClaim,
  promoCta,
  promoFeatureRun,
  promoHype,
  promoLinks,
  promoOpening,
  promoPage,
  promoSuperlative,
  promoWeDensity,
  queueMedia,
  queueTooLong,
  searchAlt,
  searchAnswerEarly,
  searchDescription,
  searchHeadingQuestion,
  searchInternalLinks,
  searchIntroUs,
  searchLinkText,
  searchOutline,
  searchQuery,
  searchQueryClash,
  searchStale,
  searchTitle,
  searchTitleClash,
  searchTitleWidth,
]
