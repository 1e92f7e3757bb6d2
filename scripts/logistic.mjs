/** Logistic regression by Newton's method on standardised columns; returns weights on the raw scale. */
export function logistic(rows, targets, weights, ridge) {
  const n = rows.length;
  const d = rows[0].length;
  const mean = new Float64Array(d);
  const scale = new Float64Array(d);
  for (const row of rows) for (let j = 0; j < d; j++) mean[j] += row[j] / n;
  for (const row of rows) for (let j = 0; j < d; j++) scale[j] += (row[j] - mean[j]) ** 2 / n;
  // A column that is nearly constant would get a wild weight from a handful of pages.
  for (let j = 0; j < d; j++) scale[j] = Math.max(Math.sqrt(scale[j]), 0.05);
  const X = rows.map((row) => Float64Array.from(row, (value, j) => (value - mean[j]) / scale[j]));
  const beta = new Float64Array(d + 1);
  for (let step = 0; step < 25; step++) {
    const H = Array.from({ length: d + 1 }, () => new Float64Array(d + 1));
    const g = new Float64Array(d + 1);
    for (let i = 0; i < n; i++) {
      const x = X[i];
      let z = beta[d];
      for (let j = 0; j < d; j++) z += beta[j] * x[j];
      const p = 1 / (1 + Math.exp(-z));
      const w = weights[i] * Math.max(p * (1 - p), 1e-6);
      const r = weights[i] * (targets[i] - p);
      for (let j = 0; j < d; j++) {
        g[j] += r * x[j];
        const wx = w * x[j];
        const row = H[j];
        for (let k = 0; k <= j; k++) row[k] += wx * x[k];
        H[d][j] += wx;
      }
      g[d] += r;
      H[d][d] += w;
    }
    for (let j = 0; j < d; j++) {
      g[j] -= ridge * beta[j];
      H[j][j] += ridge;
    }
    const delta = solve(H, g);
    let largest = 0;
    for (let j = 0; j <= d; j++) {
      beta[j] += delta[j];
      largest = Math.max(largest, Math.abs(delta[j]));
    }
    if (largest < 1e-5) break;
  }
  const raw = Array.from({ length: d }, (_, j) => beta[j] / scale[j]);
  return { bias: beta[d] - raw.reduce((sum, w, j) => sum + w * mean[j], 0), raw, mean: [...mean] };
}

/** Cholesky; the lower half of H is filled. */
function solve(H, g) {
  const n = g.length;
  const L = H.map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = L[i][j];
      for (let k = 0; k < j; k++) sum -= L[i][k] * L[j][k];
      L[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / L[j][j];
    }
  const x = Float64Array.from(g);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= L[i][k] * x[k];
    x[i] /= L[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= L[k][i] * x[k];
    x[i] /= L[i][i];
  }
  return x;
}
