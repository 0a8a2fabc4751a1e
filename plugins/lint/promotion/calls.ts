import { listed } from '../words/listed.ts'

/** Orders to pay, sign up or call, each beginning with its verb. Our own list. */
export const hardCalls = listed(`
  buy now, buy today, buy it now, buy yours, buy online, shop now, shop today, shop our, order now, order today, order yours, order online, place your order, add to cart,
  book now, book today, book online, book a demo, book your demo, book a call, book a free, book your free, book an appointment, book your appointment, book a consultation, book your consultation, book your stay, book your session,
  schedule a demo, schedule your demo, schedule a call, schedule a free, schedule your free, schedule a consultation, schedule your consultation, schedule an appointment, schedule your appointment, schedule service, schedule yours, schedule your visit,
  request a demo, request your demo, request a quote, request your quote, request a free, request an estimate, request pricing, request an appointment, request your appointment, get a demo, get a quote, get your quote, get a free, get your free, get an estimate, get yours, get it now, get it today, get started today, get started now, get started for free, get started with a free,
  start your free, start a free, start your trial, start for free, start free, start your journey, try it free, try it for free, try it now, try it today, try us, try our, try for free, try free, free trial,
  sign up today, sign up now, sign up for free, sign up free, sign up here, join today, join now, join us today, join for free, become a member, become a customer, register today, register now, enroll today, enroll now, enrol today, enrol now, subscribe now, subscribe today, upgrade now, upgrade today, upgrade to pro, upgrade to premium, download now, download today, donate now, donate today, apply now, apply today,
  call now, call today, call us, call us today, call us now, call or text, give us a call, text us, contact us today, contact us now, contact us for, contact sales, contact our sales, contact our team, contact our office, talk to sales, talk to an expert, talk to our, speak to an expert, speak with an expert, speak to our, speak with our, reach out to us, reach out today, get in touch today, get in touch with us, visit our store, visit our shop, visit our showroom, stop by our, claim your, reserve your, reserve yours, lock in your, save your spot, save your seat, use code, use promo code, order yours today, let us help you, let us handle, see our plans, see our pricing, see pricing, view pricing, view plans, view our plans, choose your plan, pick your plan, see plans, compare plans
`)

/** What presses a stranger to buy, wherever it stands. Our own list. */
export const pressing = listed(`
  free trial, no credit card required, cancel anytime, while supplies last, limited time offer, limited time only, for a limited time, today only, offer ends, spots are limited, space is limited, what are you waiting for, don't miss out,
  available at just|only, available for just|only, starting at just|only, starting from just|only, yours for just|only, now for just|only, prices start at just|only
`)

/** Quieter orders. Our own list. */
export const softCalls = listed(`
  contact us, drop us a line, learn more about our, find out more about our, check out our, take a look at our, browse our, explore our, discover our, read more about our, visit us, visit our, follow us, like us on, find us on, join us, join our, subscribe to our, sign up for our, sign up to our, sign up for a free, see how we, see how our, tell us about your project, work with us, hire us, partner with us, support our work, become a partner
`)
