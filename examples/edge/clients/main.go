package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"os"

	"github.com/ClickHouse/clickhouse-go/v2"
)

func main() {
	pem, err := os.ReadFile("ca.crt")
	if err != nil {
		log.Fatal(err)
	}
	authorities := x509.NewCertPool()
	authorities.AppendCertsFromPEM(pem)
	connection, err := clickhouse.Open(&clickhouse.Options{
		Addr: []string{"events.ch.example.com:9440"},
		Auth: clickhouse.Auth{Username: "app", Password: os.Getenv("CLICKHOUSE_PASSWORD")},
		TLS:  &tls.Config{RootCAs: authorities},
	})
	if err != nil {
		log.Fatal(err)
	}
	var host string
	if err := connection.QueryRow(context.Background(), "SELECT hostName()").Scan(&host); err != nil {
		log.Fatal(err)
	}
	fmt.Println(host)
}
