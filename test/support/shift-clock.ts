// Loaded before a program: after a while its clock jumps ahead, as that of a machine may.
const days = Number(process.env.SHIFT_CLOCK_DAYS)
const jump = performance.now() + Number(process.env.SHIFT_CLOCK_AFTER)
const real = Date.now

Date.now = () => real() + (performance.now() > jump ? days * 24 * 3_600_000 : 0)
