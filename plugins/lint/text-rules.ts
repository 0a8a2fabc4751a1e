import type { Rule } from './rule.ts'
import contentFault from './rules/content-fault/rule.ts'
import jargonAcronym from './rules/jargon-acronym/rule.ts'
import jargonAcronymLate from './rules/jargon-acronym-late/rule.ts'
import jargonAcronymTitle from './rules/jargon-acronym-title/rule.ts'
import jargonBuzzword from './rules/jargon-buzzword/rule.ts'
import jargonDensity from './rules/jargon-density/rule.ts'
import jargonInsiderRef from './rules/jargon-insider-ref/rule.ts'
import jargonInternalName from './rules/jargon-internal-name/rule.ts'
import jargonTerm from './rules/jargon-term/rule.ts'
import jargonWordy from './rules/jargon-wordy/rule.ts'
import lintBaselineStale from './rules/lint-baseline-stale/rule.ts'
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
import searchAlt from './rules/search-alt/rule.ts'
import searchIntroUs from './rules/search-intro-us/rule.ts'
import searchLinkText from './rules/search-link-text/rule.ts'
import searchOutline from './rules/search-outline/rule.ts'

/** Rules that look at any text, and those of the lint itself: all that files outside a project are judged by. */
export const textRules: readonly Rule[] = [
  contentFault,
  jargonAcronym,
  jargonAcronymLate,
  jargonAcronymTitle,
  jargonBuzzword,
  jargonDensity,
  jargonInsiderRef,
  jargonInternalName,
  jargonTerm,
  jargonWordy,
  lintBaselineStale,
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
  searchAlt,
  searchIntroUs,
  searchLinkText,
  searchOutline,
]
