package org.motorpool.telematics.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Asks two databases of the real server: the one of the test, and the maintenance database, which has no PostGIS. */
class PostgisCheckTest {

    @Test
    void isContentWithADatabaseThatHasPostgis() throws SQLException {
        try (Connection connection = connect(ConfigProvider.getConfig().getValue("MOTORPOOL_DB_NAME", String.class))) {
            assertThat(PostgisCheck.findProblem(connection)).isEmpty();
        }
    }

    @Test
    void namesThePackageForADatabaseWithoutPostgis() throws SQLException {
        try (Connection connection = connect("postgres")) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            assertThat(PostgisCheck.findProblem(connection))
                    .get()
                    .asString()
                    .contains("数据库 postgres 未安装 PostGIS")
                    .contains("PostGIS is not installed in database postgres")
                    .contains("postgresql-" + major + "-postgis-3");
        }
    }

    @Test
    void stopsTheMigrationBeforeItsFirstStatement() {
        Flyway flyway = Flyway.configure()
                .dataSource(url("postgres"), "motorpool", System.getenv("MOTORPOOL_DB_OWNER_PASSWORD"))
                .schemas("telemetry")
                .createSchemas(false)
                .locations("db/telemetry")
                .callbacks(new PostgisCheck())
                .load();
        assertThatThrownBy(flyway::migrate)
                .hasStackTraceContaining("请安装软件包 postgresql-")
                .hasStackTraceContaining("PostGIS is not installed in database postgres");
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "motorpool", System.getenv("MOTORPOOL_DB_OWNER_PASSWORD"));
    }

    private static String url(String database) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(System.getenv("MOTORPOOL_DB_HOST"), System.getenv("MOTORPOOL_DB_PORT"), database);
    }
}
