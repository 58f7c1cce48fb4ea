/** 0.333 → 33.3%; a share over nothing is a dash. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`;
}

/** A threshold: 0.3 → 30%, without needless decimals. */
export function threshold(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** Fen as 万元: 18000000 → 18.00 万元. */
export function tenThousandYuan(fen: number): string {
  return `${(fen / 1_000_000).toFixed(2)} 万元`;
}

/** Fen as yuan: 12345 → ¥123.45. */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
