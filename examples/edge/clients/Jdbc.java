import java.sql.DriverManager;
import java.util.Properties;

public class Jdbc {
  public static void main(String[] arguments) throws Exception {
    var properties = new Properties();
    properties.setProperty("user", "app");
    properties.setProperty("password", System.getenv("CLICKHOUSE_PASSWORD"));
    properties.setProperty("sslrootcert", "ca.crt");
    try (var connection = DriverManager.getConnection("jdbc:ch:https://events.ch.example.com:8443", properties);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT hostName()")) {
      while (rows.next()) System.out.println(rows.getString(1));
    }
  }
}
