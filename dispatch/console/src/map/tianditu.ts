import TileLayer from 'ol/layer/Tile';
import XYZ from 'ol/source/XYZ';

/** `tianditu` of console-config.json: the operator's own key and the review number (审图号) of the map. */
export interface TiandituConfig {
  key: string;
  reviewNumber: string;
  vectorUrl: string;
  labelUrl: string;
}

/** The operator's map settings, or null when none are usable. */
export async function findTiandituConfig(): Promise<TiandituConfig | null> {
  const response = await fetch('console-config.json', { cache: 'no-cache' });
  if (!response.ok) return null;
  const { tianditu } = (await response.json()) as { tianditu?: TiandituConfig };
  return tianditu && mayBeShown(tianditu) ? tianditu : null;
}

/** Tiles are shown only together with their review number. */
export function mayBeShown(config: TiandituConfig): boolean {
  return config.key !== '' && config.reviewNumber !== '';
}

/** Base and label tiles; CGCS2000 and WGS-84 agree within a metre, so nothing is shifted. */
export function tiandituLayers(config: TiandituConfig): TileLayer[] {
  const attributions = `天地图 · 审图号：${config.reviewNumber}`;
  return [config.vectorUrl, config.labelUrl].map((template) => {
    const url = template.replace('{key}', encodeURIComponent(config.key));
    return new TileLayer({ source: new XYZ({ url, attributions, maxZoom: 18 }) });
  });
}
