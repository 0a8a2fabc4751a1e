import { listed } from './listed.ts'

/**
 * Words that praise and say nothing, in advertising of any trade. Our own list. Words with a plain meaning that most
 * texts use (`unique`, `robust`, `powerful`) are in `praise` instead.
 */
export const hype = listed(`
  seamless, seamlessly, frictionless, frictionlessly, effortless, effortlessly, hassle free, stress free, worry free,
  turnkey, turn key, plug and play solution, one stop solution, all in one solution, end to end solution|solutions,
  cutting edge, bleeding edge, leading edge, state of the art, next generation solution|solutions|technology|platform,
  next level, best in class, best of breed, best in the business, world class, first class service, top notch,
  top tier, top of the line, top quality, highest quality, high quality workmanship, unrivaled, unrivalled, unparalleled, unmatched, unsurpassed,
  unbeatable, second to none, like no other, like never before, one of a kind, in a league of its own, gold standard,
  premier, premium quality, premium experience, category leading,
  class leading, leading provider, leading platform, leading solution, leading supplier, leading manufacturer,
  world renowned, world famous, internationally renowned,
  trailblazing, trailblazer, groundbreaking, ground breaking, pathbreaking, earth shattering, mind blowing, mind boggling, jaw dropping,
  eye popping, show stopping, head turning, breathtaking, awe inspiring, stunning, stunningly, spectacular, spectacularly,
  sensational, phenomenal, phenomenally, incredible, incredibly, unbelievable, unbelievably, amazing, amazingly, astonishing, astounding,
  fantastic, fabulous, marvelous, magnificent, magical, superb, superbly, exquisitely, extraordinary, extraordinarily,
  outstanding results|service|quality|value|experience, exceptional, exceptionally, remarkable results, awesome, unforgettable, once in a lifetime,
  revolutionary, revolutionize~, revolutionise~, game changing, game changer, gamechanger, life changing, paradigm shifting,
  disrupt the industry, transformative, transformational, redefine~ the way, reimagine~ the way, reinvent~ the way,
  pushing the boundaries, push the boundaries,
  take your business|brand|marketing|team to the next level, to new heights, to the next level, to the max,
  supercharge~, turbocharge~, turbo charge~, skyrocket~, superpower~, on steroids, unleash~, unlock the potential of, unlock the full potential, unlock your potential,
  unlock your full potential, unlock new possibilities, harness the power of, the power of ai, ai powered solution|platform,
  elevate your, empower~ you to, empowers businesses, empowering businesses, future ready, visionary, innovative solution|solutions,
  bespoke solution|solutions, tailored solution|solutions, tailor made solution|solutions, comprehensive solution|solutions, cost effective solution|solutions, mission critical solution|solutions, enterprise grade, military grade, bank grade,
  battle tested, tried and trusted, rock solid, bulletproof, bullet proof, ironclad, blazing fast, blazingly fast, lightning fast, lightning quick,
  blisteringly fast, insanely fast, crazy fast, ultra fast, super fast, super easy, ridiculously easy, insanely easy, dead simple, foolproof, fool proof,
  no brainer, secret weapon, magic bullet, silver bullet, holy grail, ultimate solution, the ultimate guide to, perfect solution, ideal solution, perfect fit for any,
  look no further, the best of both worlds, dream come true, wow factor, world of possibilities, endless possibilities, limitless possibilities, unlimited possibilities, infinite possibilities, the possibilities are endless, the sky is the limit, the sky's the limit,
  delight your customers, delight customers, delightful experience, delightful user experience, unforgettable experience, unique experience, exceptional experience, best possible experience, highly curated, carefully curated, hand picked selection, lovingly crafted, meticulously crafted, expertly crafted, artfully crafted, beautifully crafted, painstakingly crafted, thoughtfully crafted, thoughtfully designed, beautifully designed, expertly designed,
  go above and beyond, goes above and beyond, going above and beyond, above and beyond, exceed your expectations, exceed~ expectations, world's best, world's most advanced, the very best, best ever, better than ever, faster than ever, easier than ever,
  guru, ninja, rockstar, rock star team, wizardry, juggernaut, unicorn startup, of the future today, tomorrow's technology, ahead of the curve, ahead of its time, leaps and bounds, quantum leap, light years ahead, a cut above, cream of the crop, crown jewel, jam packed, packed with features, feature rich, feature packed, fully loaded, brand new look, sleek, irresistible, mouthwatering, mouth watering, scrumptious, to die for
`)
