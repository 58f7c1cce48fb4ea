import type { Polygon } from 'geojson';
import GeoJSON from 'ol/format/GeoJSON';
import Graticule from 'ol/layer/Graticule';
import VectorImageLayer from 'ol/layer/VectorImage';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style } from 'ol/style';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';

/** Unlabelled land against sea, without any boundary: orientation only, not a map of administrative areas. */
export function landLayer(): VectorImageLayer {
  const source = new VectorSource();
  void addLand(source);
  return new VectorImageLayer({
    source,
    imageRatio: 1.5,
    style: new Style({ fill: new Fill({ color: '#f8f7f3' }), stroke: new Stroke({ color: '#c3ced8', width: 1 }) }),
  });
}

/** A faint net of meridians and parallels with degrees at the edge. */
export function graticuleLayer(): Graticule {
  return new Graticule({
    strokeStyle: new Stroke({ color: 'rgba(90, 110, 130, 0.13)', width: 1 }),
    targetSize: 160,
    wrapX: false,
  });
}

async function addLand(source: VectorSource): Promise<void> {
  const topology = (await (await fetch(landUrl)).json()) as Topology<{ land: GeometryCollection }>;
  const land = feature(topology, topology.objects.land);
  const polygons = land.features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []));
  const near = polygons.filter(reachesEastAsia).map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
  for (const geometry of near) source.addFeature(format.readFeature({ type: 'Feature', properties: {}, geometry }) as never);
}

function reachesEastAsia(rings: number[][][]): boolean {
  return (rings[0] ?? []).some(([longitude = 0, latitude = 0]) => longitude > 60 && longitude < 150 && latitude > -5 && latitude < 60);
}
