/** Value of a function at `at`; writes its gradient into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;

/**
 * Minimises a smooth convex function by L-BFGS with a backtracking line search. No randomness and a fixed order of sums:
 * the same input gives the same bytes.
 */
export function minimise(objective: Objective, size: number, rounds: number): Float64Array {
  const at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: { moved: Float64Array; turned: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = twoLoops(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope > -1e-12) break;
    const next = new Float64Array(size);
    const turned = new Float64Array(size);
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let found = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 25; tries += 1) {
      for (let i = 0; i < size; i += 1) next[i] = (at[i] as number) + length * (direction[i] as number);
      found = objective(next, turned);
      if (found <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    if (!(found < value)) break;
    const moved = new Float64Array(size);
    const change = new Float64Array(size);
    for (let i = 0; i < size; i += 1) {
      moved[i] = (next[i] as number) - (at[i] as number);
      change[i] = (turned[i] as number) - (gradient[i] as number);
    }
    const curvature = dot(moved, change);
    if (curvature > 1e-12) steps.push({ moved, turned: change, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    const gain = value - found;
    at.set(next);
    gradient = turned;
    value = found;
    if (gain < 1e-7 * Math.abs(value)) break;
  }
  return at;
}

function twoLoops(
  gradient: Float64Array,
  steps: { moved: Float64Array; turned: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const factors: number[] = [];
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const { moved, turned, rho } = steps[k] as (typeof steps)[number];
    const factor = rho * dot(moved, direction);
    factors[k] = factor;
    add(direction, turned, -factor);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] as number) * scale;
  }
  for (let k = 0; k < steps.length; k += 1) {
    const { moved, turned, rho } = steps[k] as (typeof steps)[number];
    add(direction, moved, (factors[k] as number) - rho * dot(turned, direction));
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] as number) + times * (what[i] as number);
}
