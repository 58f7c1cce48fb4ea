import Feature from 'ol/Feature';
import Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import { fromLonLat } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import type { LiveProperties, LiveVehicle } from '../api/types';
import type { VehicleStore } from '../store/vehicleStore';
import { NO_FILTER, passes, type VehicleFilter } from './filter';
import { markerStyle, plateStyle } from './markerStyle';

const PLATES_FROM_ZOOM = 10.5;

export type VehicleFeature = Feature<Point>;

/** The vehicles on the map: one feature each, moved in place; what the filter hides is not in the source at all. */
export class FleetLayer {
  readonly source = new VectorSource<VehicleFeature>();
  readonly markers = new VectorLayer({
    source: this.source,
    renderBuffer: 60,
    style: (feature, resolution) => markerStyle(propertiesOf(feature), feature.getId() === this.selectedId, resolution),
  });
  readonly plates = new VectorLayer({
    source: this.source,
    minZoom: PLATES_FROM_ZOOM,
    declutter: true,
    style: (feature) => plateStyle(propertiesOf(feature)),
  });

  private filter = NO_FILTER;
  private selectedId: string | null = null;

  constructor(private readonly vehicles: VehicleStore) {
    this.applyAll();
  }

  /** Draws these vehicles as they are now. */
  apply(ids: Iterable<string>): void {
    const added: VehicleFeature[] = [];
    for (const id of ids) {
      const vehicle = this.vehicles.find(id);
      const feature = this.source.getFeatureById(id) as VehicleFeature | null;
      if (!vehicle || !passes(vehicle.properties, this.filter)) {
        if (feature) this.source.removeFeature(feature);
      } else if (feature) {
        move(feature, vehicle);
      } else {
        added.push(created(vehicle));
      }
    }
    this.source.addFeatures(added);
  }

  setFilter(filter: VehicleFilter): void {
    this.filter = filter;
    this.applyAll();
  }

  select(id: string | null): void {
    const before = this.selectedId;
    this.selectedId = id;
    for (const changed of [before, id]) {
      if (changed) this.source.getFeatureById(changed)?.changed();
    }
  }

  private applyAll(): void {
    const ids = [...this.vehicles.list()].map((vehicle) => vehicle.id);
    this.apply(ids);
  }
}

/** What the server said last about a drawn vehicle. */
export function propertiesOf(feature: { get(key: string): unknown }): LiveProperties {
  return feature.get('vehicle') as LiveProperties;
}

function created(vehicle: LiveVehicle): VehicleFeature {
  const feature = new Feature({ geometry: new Point(projected(vehicle)), vehicle: vehicle.properties });
  feature.setId(vehicle.id);
  return feature;
}

function move(feature: VehicleFeature, vehicle: LiveVehicle): void {
  feature.set('vehicle', vehicle.properties, true);
  feature.getGeometry()?.setCoordinates(projected(vehicle));
}

function projected(vehicle: LiveVehicle): number[] {
  return fromLonLat(vehicle.geometry.coordinates.slice(0, 2));
}
