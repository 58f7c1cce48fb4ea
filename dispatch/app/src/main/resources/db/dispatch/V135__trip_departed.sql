-- Fleet sizing reads the trips of a period, whoever drove them.
create index trip_departed on trip (departed_at);
